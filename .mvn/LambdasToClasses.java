import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;
import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Turns lambdas and method references of a jar into classes, as compilers made them before Java 8.
 * The JVM makes the class of a lambda when it first meets it, which takes it longer than to load
 * one, and the first call of a function meets some six hundred. Only what needs no more than casts
 * between the interface and what is called, and a box around the result, is turned; the rest stays
 * as it is.
 */
final class LambdasToClasses {
    private static final String CLASS = ".class";
    private static final String OURS = "dev/doorstep/";
    private static final List<String> CHOSEN = List.of("software/amazon/awssdk/", OURS);

    /** The outermost class of what the SDK has for a structure of a service's API. */
    private static final Pattern SHAPE =
            Pattern.compile("software/amazon/awssdk/services/\\w+/model/\\w+");

    /** AWS's runtime client brings these classes along: both must be the same. */
    private static final String SHARED_WITH_RUNTIME = "software/amazon/awssdk/utilslite/";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<ClassDesc, ClassModel> classes = new LinkedHashMap<>();
    private final Map<String, byte[]> written = new LinkedHashMap<>();
    private final ClassFile files =
            ClassFile.of(
                    ClassFile.ClassHierarchyResolverOption.of(
                            ClassHierarchyResolver.ofResourceParsing(this::read)
                                    .orElse(ClassHierarchyResolver.defaultResolver())));

    /** Takes the jar to read and the one to write. */
    public static void main(String[] arguments) throws IOException {
        LambdasToClasses jar = new LambdasToClasses(Path.of(arguments[0]));
        Set<String> shapes = jar.shapesInUse();
        jar.classes.forEach(
                (type, model) -> {
                    if (isChosen(name(type), shapes)) {
                        jar.turn(model);
                    }
                });
        jar.verify();
        jar.write(Path.of(arguments[1]));
    }

    private static boolean isChosen(String name, Set<String> shapes) {
        Matcher shape = SHAPE.matcher(name);
        return CHOSEN.stream().anyMatch(name::startsWith)
                && !name.startsWith(SHARED_WITH_RUNTIME)
                && (!shape.lookingAt() || shapes.contains(shape.group()));
    }

    /**
     * What requests and responses are made of, as far as our own classes name them or something
     * that they name. A client's jar has some hundred more, which are never loaded.
     */
    private Set<String> shapesInUse() {
        Map<String, Set<String>> namedBy = new HashMap<>();
        classes.forEach(
                (type, model) -> {
                    Matcher shape = SHAPE.matcher(name(type));
                    String by = shape.lookingAt() ? shape.group() : name(type);
                    if (shape.hasMatch() || by.startsWith(OURS)) {
                        namedBy.computeIfAbsent(
                                        by.startsWith(OURS) ? OURS : by, _ -> new HashSet<>())
                                .addAll(shapesIn(model));
                    }
                });
        Set<String> inUse = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(namedBy.getOrDefault(OURS, Set.of()));
        while (!next.isEmpty()) {
            String shape = next.pop();
            if (inUse.add(shape)) {
                next.addAll(namedBy.getOrDefault(shape, Set.of()));
            }
        }
        return inUse;
    }

    private static Set<String> shapesIn(ClassModel model) {
        Set<String> shapes = new HashSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text) {
                SHAPE.matcher(text.stringValue()).results().forEach(r -> shapes.add(r.group()));
            }
        }
        return shapes;
    }

    private LambdasToClasses(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        entries.forEach(
                (name, content) -> {
                    if (name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
                        classes.put(type(name), files.parse(content));
                    }
                });
    }

    private InputStream read(ClassDesc type) {
        byte[] content = entries.get(name(type));
        return content == null ? null : new ByteArrayInputStream(content);
    }

    /** Nothing is written that the JVM would not load, unless it would not have before. */
    private void verify() {
        written.forEach(
                (name, content) -> {
                    List<VerifyError> errors = files.verify(content);
                    byte[] before = entries.get(name);
                    if (!errors.isEmpty() && (before == null || files.verify(before).isEmpty())) {
                        throw new IllegalStateException(
                                name + " would not load", errors.getFirst());
                    }
                });
    }

    private void write(Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entries.putAll(written);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry file = new ZipEntry(entry.getKey());
                file.setTime(0);
                zip.putNextEntry(file);
                zip.write(entry.getValue());
            }
        }
    }

    private void turn(ClassModel host) {
        Bodies bodies = new Bodies(host);
        List<InvokeDynamicInstruction> sites = sites(host);
        sites.stream()
                .filter(site -> lambda(site, host, bodies, "").isEmpty())
                .forEach(site -> bodies.leave(target(site)));
        Set<String> opened = new HashSet<>();
        Map<String, Lambda> bridges = new LinkedHashMap<>();
        int[] count = {0};
        byte[] calling =
                files.transformClass(
                        host,
                        ClassTransform.transformingMethodBodies(
                                (code, element) -> {
                                    Optional<Lambda> lambda =
                                            element instanceof InvokeDynamicInstruction site
                                                            && isLambda(site)
                                                    ? lambda(
                                                            site,
                                                            host,
                                                            bodies,
                                                            "$Lambda" + count[0])
                                                    : Optional.empty();
                                    if (lambda.isEmpty()) {
                                        code.with(element);
                                        return;
                                    }
                                    count[0]++;
                                    switch (lambda.get().way()) {
                                        case BODY -> opened.add(Bodies.key(lambda.get().target()));
                                        case BRIDGE ->
                                                bridges.put(
                                                        Bodies.key(lambda.get().target()),
                                                        lambda.get());
                                        case DIRECT -> {}
                                    }
                                    written.put(
                                            name(lambda.get().type()), lambda.get().toClass(files));
                                    lambda.get().makeIn(code);
                                }));
        if (count[0] > 0) {
            written.put(
                    name(host.thisClass().asSymbol()),
                    open(files.parse(calling), opened, bridges.values()));
        }
    }

    private static List<InvokeDynamicInstruction> sites(ClassModel host) {
        List<InvokeDynamicInstruction> sites = new ArrayList<>();
        for (MethodModel method : host.methods()) {
            method.code()
                    .ifPresent(
                            code ->
                                    code.forEach(
                                            element -> {
                                                if (element instanceof InvokeDynamicInstruction site
                                                        && isLambda(site)) {
                                                    sites.add(site);
                                                }
                                            }));
        }
        return sites;
    }

    private static boolean isLambda(InvokeDynamicInstruction site) {
        return site.bootstrapMethod().owner().displayName().equals("LambdaMetafactory")
                && site.bootstrapMethod().methodName().equals("metafactory");
    }

    private static DirectMethodHandleDesc target(InvokeDynamicInstruction site) {
        return (DirectMethodHandleDesc) site.bootstrapArgs().get(1);
    }

    /**
     * Bodies of lambdas become static methods that other classes of the package may call. To other
     * private methods such methods lead: they stay what they are to the rest of their class.
     */
    private byte[] open(ClassModel host, Set<String> opened, Collection<Lambda> bridges) {
        boolean isInterface = host.flags().has(AccessFlag.INTERFACE);
        int flags = ACC_STATIC | ACC_SYNTHETIC | (isInterface ? ACC_PUBLIC : 0);
        ClassTransform bridging =
                ClassTransform.endHandler(
                        type ->
                                bridges.forEach(
                                        lambda ->
                                                type.withMethodBody(
                                                        lambda.bridge(),
                                                        lambda.called(),
                                                        flags,
                                                        lambda::passOn)));
        ClassTransform opening =
                (type, element) -> {
                    if (element instanceof MethodModel method
                            && opened.contains(Bodies.key(method))) {
                        MethodTypeDesc declared = method.methodTypeSymbol();
                        type.withMethod(
                                method.methodName().stringValue(),
                                method.flags().has(AccessFlag.STATIC)
                                        ? declared
                                        : declared.insertParameterTypes(
                                                0, host.thisClass().asSymbol()),
                                flags,
                                open ->
                                        open.transform(
                                                method,
                                                MethodTransform.dropping(
                                                        part -> !(part instanceof CodeModel))));
                    } else {
                        type.with(element);
                    }
                };
        return files.transformClass(host, opening.andThen(bridging));
    }

    private Optional<Lambda> lambda(
            InvokeDynamicInstruction site, ClassModel host, Bodies bodies, String suffix) {
        DirectMethodHandleDesc target = target(site);
        ClassDesc home = host.thisClass().asSymbol();
        Optional<Way> way = way(target, host, bodies);
        if (way.isEmpty()) {
            return Optional.empty();
        }
        MethodTypeDesc declared = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        MethodTypeDesc called =
                switch (target.kind()) {
                    case CONSTRUCTOR -> declared.changeReturnType(target.owner());
                    case STATIC, INTERFACE_STATIC -> declared;
                    default -> declared.insertParameterTypes(0, target.owner());
                };
        Lambda lambda =
                new Lambda(
                        ClassDesc.ofDescriptor(home.descriptorString().replace(";", suffix + ";")),
                        site.typeSymbol(),
                        site.name().stringValue(),
                        (MethodTypeDesc) site.bootstrapArgs().get(0),
                        target,
                        called,
                        way.get());
        return lambda.isSimple() ? Optional.of(lambda) : Optional.empty();
    }

    private Optional<Way> way(DirectMethodHandleDesc target, ClassModel host, Bodies bodies) {
        if (bodies.contain(target)) {
            return Optional.of(Way.BODY);
        }
        if (isAccessible(target, host.thisClass().asSymbol())) {
            return Optional.of(Way.DIRECT);
        }
        return isPrivateMethod(target, host) ? Optional.of(Way.BRIDGE) : Optional.empty();
    }

    private static boolean isPrivateMethod(DirectMethodHandleDesc target, ClassModel host) {
        return target.kind() != Kind.CONSTRUCTOR
                && target.owner().equals(host.thisClass().asSymbol())
                && host.methods().stream()
                        .filter(method -> method.flags().has(AccessFlag.PRIVATE))
                        .anyMatch(method -> Bodies.key(method).equals(Bodies.key(target)));
    }

    /** Whether a class of the same package may call it. */
    private boolean isAccessible(DirectMethodHandleDesc target, ClassDesc from) {
        if (target.kind() == Kind.SPECIAL || target.kind() == Kind.INTERFACE_SPECIAL) {
            return false;
        }
        ClassModel owner = classes.get(target.owner());
        if (owner == null) {
            return target.owner().packageName().startsWith("java.");
        }
        boolean isNear = target.owner().packageName().equals(from.packageName());
        return (isNear || owner.flags().has(AccessFlag.PUBLIC))
                && owner.methods().stream()
                        .filter(method -> Bodies.key(method).equals(Bodies.key(target)))
                        .map(method -> method.flags().flagsMask())
                        .anyMatch(
                                flags ->
                                        (flags & ACC_PUBLIC) != 0
                                                || isNear
                                                        && (flags & (ACC_PRIVATE | ACC_PROTECTED))
                                                                == 0);
    }

    private static ClassDesc type(String name) {
        return ClassDesc.ofInternalName(name.substring(0, name.length() - CLASS.length()));
    }

    private static String name(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1) + CLASS;
    }

    /** How the class of a lambda reaches what it calls. */
    private enum Way {
        DIRECT,
        BODY,
        BRIDGE
    }

    /** The methods that the compiler made of a class's lambdas, but for those that must stay. */
    private static final class Bodies {
        private final ClassDesc host;
        private final Set<String> keys = new HashSet<>();

        Bodies(ClassModel host) {
            this.host = host.thisClass().asSymbol();
            host.methods().stream()
                    .filter(method -> method.methodName().stringValue().startsWith("lambda$"))
                    .filter(method -> method.flags().has(AccessFlag.PRIVATE))
                    .filter(method -> method.flags().has(AccessFlag.SYNTHETIC))
                    .forEach(method -> keys.add(key(method)));
        }

        boolean contain(DirectMethodHandleDesc target) {
            return target.owner().equals(host) && keys.contains(key(target));
        }

        /** The compiler may use one body in two places: if one stays a lambda, the body stays. */
        void leave(DirectMethodHandleDesc target) {
            if (target.owner().equals(host)) {
                keys.remove(key(target));
            }
        }

        static String key(MethodModel method) {
            return method.methodName().stringValue() + method.methodType().stringValue();
        }

        static String key(DirectMethodHandleDesc target) {
            return target.methodName() + target.lookupDescriptor();
        }
    }

    /**
     * A lambda to turn.
     *
     * @param type the class that it becomes
     * @param captured takes what it captures, returns the interface
     * @param name of the interface's method
     * @param erased the interface's method
     * @param target what is called
     * @param called the same with the object that it is called on, or that it makes
     * @param way to the target
     */
    private record Lambda(
            ClassDesc type,
            MethodTypeDesc captured,
            String name,
            MethodTypeDesc erased,
            DirectMethodHandleDesc target,
            MethodTypeDesc called,
            Way way) {

        private static final Map<ClassDesc, ClassDesc> WRAPPERS =
                Map.of(
                        CD_boolean, CD_Boolean,
                        CD_byte, CD_Byte,
                        CD_char, CD_Character,
                        CD_short, CD_Short,
                        CD_int, CD_Integer,
                        CD_long, CD_Long,
                        CD_float, CD_Float,
                        CD_double, CD_Double);

        boolean isSimple() {
            List<ClassDesc> given = new ArrayList<>(captured.parameterList());
            given.addAll(erased.parameterList());
            if (given.size() != called.parameterCount()) {
                return false;
            }
            for (int i = 0; i < given.size(); i++) {
                if (!isCast(given.get(i), called.parameterType(i))) {
                    return false;
                }
            }
            return erased.returnType().equals(CD_void)
                    || isCast(called.returnType(), erased.returnType())
                    || isBoxing(called.returnType(), erased.returnType());
        }

        private static boolean isCast(ClassDesc from, ClassDesc to) {
            return from.equals(to) || !from.isPrimitive() && !to.isPrimitive();
        }

        private static boolean isBoxing(ClassDesc from, ClassDesc to) {
            return WRAPPERS.containsKey(from) && to.equals(CD_Object);
        }

        /** What stands in the place of the lambda: one for all if it captures nothing. */
        void makeIn(CodeBuilder code) {
            if (captured.parameterCount() == 0) {
                code.getstatic(type, "INSTANCE", captured.returnType());
            } else {
                code.invokestatic(type, "of", captured);
            }
        }

        byte[] toClass(ClassFile files) {
            return files.build(
                    type,
                    built -> {
                        built.withVersion(ClassFile.JAVA_8_VERSION, 0);
                        built.withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC);
                        built.withInterfaceSymbols(captured.returnType());
                        for (int i = 0; i < captured.parameterCount(); i++) {
                            built.withField(
                                    field(i), captured.parameterType(i), ACC_PRIVATE | ACC_FINAL);
                        }
                        built.withMethodBody(INIT_NAME, constructor(), 0, this::construct);
                        if (captured.parameterCount() == 0) {
                            built.withField(
                                    "INSTANCE", captured.returnType(), ACC_STATIC | ACC_FINAL);
                            built.withMethodBody(
                                    CLASS_INIT_NAME, MTD_void, ACC_STATIC, this::keepOne);
                        } else {
                            built.withMethodBody("of", captured, ACC_STATIC, this::makeOne);
                        }
                        built.withMethodBody(name, erased, ACC_PUBLIC, this::call);
                    });
        }

        private MethodTypeDesc constructor() {
            return captured.changeReturnType(CD_void);
        }

        private static String field(int i) {
            return "captured" + i;
        }

        private void construct(CodeBuilder code) {
            code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void);
            for (int i = 0; i < captured.parameterCount(); i++) {
                ClassDesc field = captured.parameterType(i);
                code.aload(0).loadLocal(TypeKind.from(field), code.parameterSlot(i));
                code.putfield(type, field(i), field);
            }
            code.return_();
        }

        private void keepOne(CodeBuilder code) {
            code.new_(type).dup().invokespecial(type, INIT_NAME, constructor());
            code.putstatic(type, "INSTANCE", captured.returnType()).return_();
        }

        private void makeOne(CodeBuilder code) {
            code.new_(type).dup();
            loadParameters(code, captured);
            code.invokespecial(type, INIT_NAME, constructor()).areturn();
        }

        private void call(CodeBuilder code) {
            if (target.kind() == Kind.CONSTRUCTOR) {
                code.new_(target.owner()).dup();
            }
            for (int i = 0; i < captured.parameterCount(); i++) {
                ClassDesc field = captured.parameterType(i);
                code.aload(0).getfield(type, field(i), field);
                cast(code, field, called.parameterType(i));
            }
            for (int i = 0; i < erased.parameterCount(); i++) {
                ClassDesc given = erased.parameterType(i);
                code.loadLocal(TypeKind.from(given), code.parameterSlot(i));
                cast(code, given, called.parameterType(captured.parameterCount() + i));
            }
            callTarget(code);
            if (isBoxing(called.returnType(), erased.returnType())) {
                ClassDesc wrapper = WRAPPERS.get(called.returnType());
                code.invokestatic(
                        wrapper, "valueOf", MethodTypeDesc.of(wrapper, called.returnType()));
            } else if (!erased.returnType().equals(CD_void)) {
                cast(code, called.returnType(), erased.returnType());
            } else if (!called.returnType().equals(CD_void)) {
                drop(code, called.returnType());
            }
            code.return_(TypeKind.from(erased.returnType()));
        }

        private void callTarget(CodeBuilder code) {
            ClassDesc owner = target.owner();
            String method = target.methodName();
            if (way != Way.DIRECT) {
                String opened = way == Way.BODY ? method : bridge();
                code.invokestatic(owner, opened, called, target.isOwnerInterface());
                return;
            }
            switch (target.kind()) {
                case STATIC, INTERFACE_STATIC ->
                        code.invokestatic(owner, method, declared(), target.isOwnerInterface());
                case VIRTUAL -> code.invokevirtual(owner, method, declared());
                case INTERFACE_VIRTUAL -> code.invokeinterface(owner, method, declared());
                case CONSTRUCTOR -> code.invokespecial(owner, INIT_NAME, declared());
                default -> throw new IllegalStateException("cannot be called: " + target);
            }
        }

        /** The name of the method that leads to a private one. */
        private String bridge() {
            return "bridge$" + target.methodName();
        }

        /** From the bridge to the private method. */
        private void passOn(CodeBuilder code) {
            loadParameters(code, called);
            ClassDesc owner = target.owner();
            String method = target.methodName();
            switch (target.kind()) {
                case STATIC, INTERFACE_STATIC ->
                        code.invokestatic(owner, method, declared(), target.isOwnerInterface());
                default ->
                        code.invokespecial(owner, method, declared(), target.isOwnerInterface());
            }
            code.return_(TypeKind.from(called.returnType()));
        }

        private MethodTypeDesc declared() {
            return MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        }

        private static void loadParameters(CodeBuilder code, MethodTypeDesc type) {
            for (int i = 0; i < type.parameterCount(); i++) {
                code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
            }
        }

        private static void cast(CodeBuilder code, ClassDesc from, ClassDesc to) {
            if (!from.equals(to) && !to.equals(CD_Object)) {
                code.checkcast(to);
            }
        }

        private static void drop(CodeBuilder code, ClassDesc returned) {
            if (TypeKind.from(returned).slotSize() == 2) {
                code.pop2();
            } else {
                code.pop();
            }
        }
    }
}
