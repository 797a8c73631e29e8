package dev.doorstep.local;

import dev.doorstep.lambda.JsonObject;
import dev.doorstep.testing.TemplateFile;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CloudFormation template with its intrinsic functions carried out for one machine. Source: AWS
 * CloudFormation User Guide, "Intrinsic function reference".
 */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final Pattern SECRET =
            Pattern.compile("\\{\\{resolve:secretsmanager:([^}]+?)(?::SecretString[^}]*)?}}");
    private static final Object NO_VALUE = new Object();

    private final Map<?, ?> template;
    private final Map<String, String> parameters;
    private final Machine machine;
    private final Map<String, String> secrets;

    /**
     * @param parameters in place of the template's defaults
     * @param secrets by logical id
     * @throws IllegalArgumentException if a parameter is unknown or not as the template allows it
     */
    Template(
            Map<?, ?> template,
            Map<String, String> parameters,
            Machine machine,
            Map<String, String> secrets) {
        this.template = template;
        this.parameters = new TemplateParameters(section("Parameters")).with(parameters);
        this.machine = machine;
        this.secrets = Map.copyOf(secrets);
    }

    static Map<?, ?> read(Path file) {
        return TemplateFile.read(file);
    }

    /** The logical ids of all resources of a type, as the template lists them. */
    static List<String> resources(Map<?, ?> template, String type) {
        List<String> ids = new ArrayList<>();
        members(template.get("Resources"))
                .forEach(
                        (id, resource) -> {
                            if (type.equals(members(resource).get("Type"))) {
                                ids.add(String.valueOf(id));
                            }
                        });
        return ids;
    }

    List<String> resources(String type) {
        return resources(template, type);
    }

    /** A resource's properties, resolved. */
    JsonObject properties(String logicalId) {
        String pointer = "/Resources/" + logicalId + "/Properties";
        return JsonObject.of(resolve(resource(logicalId).get("Properties")), pointer);
    }

    /** What all functions share, resolved. */
    JsonObject functionGlobals() {
        return JsonObject.of(
                resolve(members(section("Globals").get("Function"))), "/Globals/Function");
    }

    String parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name + " is not a parameter");
    }

    private @Nullable Object resolve(@Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map when map.size() == 1 && isIntrinsic(map) -> intrinsic(map);
            case Map<?, ?> map -> resolveMembers(map);
            case List<?> list -> resolveElements(list);
            case String text -> withSecrets(text);
            case null -> null;
            default -> node;
        };
    }

    private Map<String, @Nullable Object> resolveMembers(Map<?, ?> map) {
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        map.forEach(
                (name, value) -> {
                    Object result = resolve(value);
                    if (result != NO_VALUE) {
                        resolved.put(String.valueOf(name), result);
                    }
                });
        return resolved;
    }

    private List<@Nullable Object> resolveElements(List<?> list) {
        List<@Nullable Object> resolved = new ArrayList<>();
        for (Object element : list) {
            Object result = resolve(element);
            if (result != NO_VALUE) {
                resolved.add(result);
            }
        }
        return resolved;
    }

    private static boolean isIntrinsic(Map<?, ?> map) {
        String name = String.valueOf(map.keySet().iterator().next());
        return name.equals("Ref")
                || name.startsWith("Fn::")
                || (name.equals("Condition") && map.get(name) instanceof String);
    }

    private @Nullable Object intrinsic(Map<?, ?> map) {
        String function = String.valueOf(map.keySet().iterator().next());
        Object argument = map.get(function);
        return switch (function) {
            case "Ref" -> ref(String.valueOf(argument));
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> withSecrets(substitute(argument));
            case "Fn::If" -> choose(elements(argument));
            case "Fn::Equals" -> equal(elements(argument));
            case "Fn::Not" -> !isTrue(elements(argument).getFirst());
            case "Fn::And" -> elements(argument).stream().allMatch(this::isTrue);
            case "Fn::Or" -> elements(argument).stream().anyMatch(this::isTrue);
            case "Fn::Join" -> join(elements(argument));
            case "Condition" -> condition(String.valueOf(argument));
            default -> throw new IllegalArgumentException(function + " is not known here");
        };
    }

    private Object ref(String name) {
        if (parameters.containsKey(name)) {
            return parameter(name);
        }
        return switch (name) {
            case "AWS::Region" -> Machine.REGION;
            case "AWS::AccountId" -> Machine.ACCOUNT;
            case "AWS::Partition" -> Machine.PARTITION;
            case "AWS::StackName" -> Machine.STACK;
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::NoValue" -> NO_VALUE;
            default -> machine.ref(name, type(name), members(resource(name).get("Properties")));
        };
    }

    private String attribute(@Nullable Object argument) {
        List<?> path =
                argument instanceof String text
                        ? List.of(text.split("\\.", 2))
                        : elements(argument);
        String logicalId = String.valueOf(path.getFirst());
        return machine.attribute(logicalId, type(logicalId), String.valueOf(path.getLast()));
    }

    private String substitute(@Nullable Object argument) {
        boolean withVariables = argument instanceof List<?>;
        String text = String.valueOf(withVariables ? elements(argument).getFirst() : argument);
        Map<?, ?> variables = withVariables ? members(elements(argument).getLast()) : Map.of();
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        substitution(found.group(1), found.group(2), variables)));
    }

    private String substitution(String literal, String name, Map<?, ?> variables) {
        if (!literal.isEmpty()) {
            return "${" + name + "}";
        }
        if (variables.containsKey(name)) {
            return String.valueOf(resolve(variables.get(name)));
        }
        boolean isAttribute = name.contains(".");
        return String.valueOf(isAttribute ? attribute(name) : ref(name));
    }

    private @Nullable Object choose(List<?> argument) {
        return resolve(argument.get(condition(String.valueOf(argument.getFirst())) ? 1 : 2));
    }

    private boolean equal(List<?> argument) {
        return String.valueOf(resolve(argument.getFirst()))
                .equals(String.valueOf(resolve(argument.getLast())));
    }

    private String join(List<?> argument) {
        return String.join(
                String.valueOf(argument.getFirst()),
                resolveElements(elements(argument.getLast())).stream()
                        .map(String::valueOf)
                        .toList());
    }

    private boolean condition(String name) {
        return isTrue(
                Objects.requireNonNull(
                        section("Conditions").get(name), name + " is not a condition"));
    }

    private boolean isTrue(@Nullable Object condition) {
        return Boolean.TRUE.equals(resolve(condition));
    }

    private String withSecrets(String text) {
        return SECRET.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        Objects.requireNonNull(
                                                secrets.get(Machine.logicalId(found.group(1))),
                                                "secret is not known")));
    }

    private Map<?, ?> resource(String logicalId) {
        Object resource = section("Resources").get(logicalId);
        if (resource == null) {
            throw new IllegalArgumentException(logicalId + " is not in the template");
        }
        return members(resource);
    }

    private String type(String logicalId) {
        return String.valueOf(resource(logicalId).get("Type"));
    }

    private Map<?, ?> section(String name) {
        return members(template.get(name));
    }

    private static Map<?, ?> members(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> elements(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
