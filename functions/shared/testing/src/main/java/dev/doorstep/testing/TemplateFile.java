package dev.doorstep.testing;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads a CloudFormation template as maps, lists and scalars, with its short tags in their long
 * form: {@code !Ref X} is {@code {Ref: X}}, {@code !GetAtt X.Arn} is {@code {Fn::GetAtt: [X,
 * Arn]}}.
 */
public final class TemplateFile {

    private TemplateFile() {}

    public static Map<String, Object> read(Path template) {
        try (Reader reader = Files.newBufferedReader(template)) {
            return new Yaml(new LongForms()).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class LongForms extends SafeConstructor {

        LongForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new LongForm());
        }

        private final class LongForm extends AbstractConstruct {

            @Override
            public Object construct(Node node) {
                return switch (node.getTag().getValue()) {
                    case "!Ref" -> Map.of("Ref", value(node));
                    case "!Condition" -> Map.of("Condition", value(node));
                    case "!GetAtt" -> Map.of("Fn::GetAtt", attribute(value(node)));
                    case String tag -> Map.of("Fn::" + tag.substring(1), value(node));
                };
            }

            private Object value(Node node) {
                return switch (node) {
                    case ScalarNode scalar -> constructScalar(scalar);
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new IllegalArgumentException("unknown node " + node);
                };
            }

            private Object attribute(Object value) {
                return value instanceof String path ? List.of(path.split("\\.", 2)) : value;
            }
        }
    }
}
