package dev.doorstep.playbook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON so that each value still knows where it stood. */
final class LocatedJson {
    private static final int MAX_DEPTH = 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                    .build();

    private final String file;
    private final JsonParser parser;

    private LocatedJson(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * From characters rather than bytes, so that a column is one also behind letters beyond ASCII.
     *
     * @throws WrongPlaybook if this is not one JSON value
     */
    static Node parse(String file, String json) {
        try (JsonParser parser = JSON.createParser(withoutMark(json))) {
            return new LocatedJson(file, parser).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node all() throws IOException {
        try {
            return whole();
        } catch (JsonProcessingException _) { // some of them know no place
            throw place(parser.currentLocation())
                    .wrong(
                            "this is not JSON from here on; often a comma, a quotation mark or a"
                                    + " bracket is missing or one too many just before");
        }
    }

    private static String withoutMark(String json) {
        return json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
    }

    private Node whole() throws IOException {
        if (parser.nextToken() == null) {
            throw here().wrong("the file is empty");
        }
        Node node = node();
        if (parser.nextToken() != null) {
            throw here().wrong("nothing may follow the end of the playbook");
        }
        return node;
    }

    private Node node() throws IOException {
        JsonToken token = parser.currentToken();
        Place place = here();
        return switch (token) {
            case START_OBJECT -> new Node.Members(place, members());
            case START_ARRAY -> new Node.Many(place, nodes());
            case VALUE_STRING -> new Node.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new Node.Numeral(place, parser.getDecimalValue());
            case VALUE_TRUE -> new Node.Truth(place, true);
            case VALUE_FALSE -> new Node.Truth(place, false);
            case VALUE_NULL -> new Node.Nothing(place);
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no value begins with " + token);
        };
    }

    private Map<String, Node.Member> members() throws IOException {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place place = here();
            String name = parser.currentName();
            parser.nextToken();
            if (members.put(name, new Node.Member(place, name, node())) != null) {
                throw place.senseless("\"" + name + "\" is given twice here");
            }
        }
        return members;
    }

    private List<Node> nodes() throws IOException {
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node());
        }
        return nodes;
    }

    private Place here() {
        return place(parser.currentTokenLocation());
    }

    private Place place(JsonLocation location) {
        return new Place(
                file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
