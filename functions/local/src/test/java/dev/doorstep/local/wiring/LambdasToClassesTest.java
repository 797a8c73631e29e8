package dev.doorstep.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

/** Runs the build's own tool over a jar of lambdas of each form. */
class LambdasToClassesTest {
    private static final Path TOOL =
            Path.of(System.getProperty("doorstep.root", "."), ".mvn", "LambdasToClasses.java");
    private static final String SAMPLE =
            """
            package dev.doorstep.sample;

            import java.io.*;
            import java.util.*;
            import java.util.concurrent.Callable;
            import java.util.function.*;

            public final class Sample extends Base implements Greeting {
                private final String name;
                private long count;

                Sample(String name) { this.name = name; }

                public String name() { return name; }
                private String hidden() { return "hidden " + name; }
                static String joined(String a, Object b) { return a + "+" + b; }
                @Override protected String kind() { return "sample"; }
                private long add(long more) { return count += more; }

                private void run() {
                    long large = 1L << 40;
                    double half = 0.5;
                    int[] numbers = {1, 2};
                    say("nothing captured", () -> "x");
                    say("this captured", () -> name + count);
                    say("primitives captured", () -> large + "," + half + "," + numbers.length);
                    say("static reference", bound(Sample::joined, "a", 1));
                    say("bound reference", name::toUpperCase);
                    say("unbound reference", () -> apply(Sample::name));
                    say("constructor reference", () -> made(Sample::new).name);
                    say("array reference", () -> "" + array(String[]::new).length);
                    say("private reference", () -> apply(Sample::hidden));
                    say("super reference", super::kind);
                    say("super in a lambda", () -> super.kind());
                    say("default method", this::greet);
                    say("nested", () -> nested(() -> () -> name));
                    Consumer<String> dropsObject = new ArrayList<String>()::add;
                    dropsObject.accept("dropped");
                    LongConsumer dropsLong = this::add;
                    dropsLong.accept(large);
                    LongUnaryOperator keepsLong = more -> add(more);
                    say("long", () -> "" + keepsLong.applyAsLong(1));
                    Supplier<Integer> boxes = name::length;
                    say("boxed", () -> "" + boxes.get());
                    ToIntFunction<Integer> unboxes = Integer::intValue;
                    say("unboxed", () -> "" + unboxes.applyAsInt(7));
                    Comparator<String> order = Comparator.comparing(String::length);
                    say("compared", () -> "" + order.compare("a", "bb"));
                    Supplier<String> kept = (Supplier<String> & Serializable) () -> "serializable";
                    say("serializable", kept);
                    say("thrown", () -> caught(() -> { throw new IOException("failed"); }));
                    say("same object each time", () -> "" + (constant() == constant()));
                }

                private static Supplier<String> constant() { return () -> "constant"; }
                private static String caught(Callable<String> call) {
                    try { return call.call(); } catch (Exception e) { return "" + e; }
                }
                private static <A, B> Supplier<String> bound(BiFunction<A, B, String> f, A a, B b) {
                    return () -> f.apply(a, b);
                }
                private String apply(Function<Sample, String> f) { return f.apply(this); }
                private static Sample made(Function<String, Sample> f) { return f.apply("made"); }
                private static String[] array(IntFunction<String[]> f) { return f.apply(3); }
                private static String nested(Supplier<Supplier<String>> s) { return s.get().get(); }
                private static void say(String what, Supplier<String> how) {
                    System.out.println(what + ": " + how.get());
                }

                public static void main(String[] arguments) { new Sample("first").run(); }
            }

            class Base {
                protected String kind() { return "base"; }
            }

            interface Greeting {
                String name();
                default String greet() {
                    Supplier<String> words = () -> "hello " + name();
                    return words.get();
                }
            }
            """;

    @TempDir private Path folder;

    @Test
    void doesTheSameWithoutLambdas() throws Exception {
        Path before = jar();
        Path after = folder.resolve("after.jar");

        run(TOOL.toString(), before.toString(), after.toString());

        String said = run("-cp", before.toString(), "dev.doorstep.sample.Sample");
        assertThat(said.lines()).hasSize(20).contains("super in a lambda: base", "nested: first");
        assertThat(run("-cp", after.toString(), "dev.doorstep.sample.Sample")).isEqualTo(said);
    }

    @Test
    void leavesOnlyWhatIsNotOfASimpleForm() throws Exception {
        Path after = folder.resolve("after.jar");

        run(TOOL.toString(), jar().toString(), after.toString());

        // the serializable one, and what restores it
        assertThat(lambdas(after)).hasSize(2);
    }

    private Path jar() throws IOException {
        Path source = Files.writeString(folder.resolve("Sample.java"), SAMPLE);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(failed).isZero();
        Path jar = folder.resolve("before.jar");
        Files.deleteIfExists(jar);
        Path classes = folder.resolve("dev/doorstep/sample");
        try (FileSystem zip = FileSystems.newFileSystem(zip(jar), Map.of("create", "true"));
                var files = Files.list(classes)) {
            Files.createDirectories(zip.getPath("dev/doorstep/sample"));
            for (Path file : files.toList()) {
                Files.copy(file, zip.getPath(folder.relativize(file).toString()));
            }
        }
        return jar;
    }

    private static List<String> lambdas(Path jar) throws IOException {
        List<String> found = new ArrayList<>();
        try (FileSystem zip = FileSystems.newFileSystem(zip(jar), Map.of());
                var files = Files.list(zip.getPath("dev/doorstep/sample"))) {
            for (Path file : files.toList()) {
                ClassFile.of()
                        .parse(Files.readAllBytes(file))
                        .methods()
                        .forEach(
                                method ->
                                        method.code().stream()
                                                .flatMap(code -> code.elementStream())
                                                .filter(InvokeDynamicInstruction.class::isInstance)
                                                .map(InvokeDynamicInstruction.class::cast)
                                                .filter(LambdasToClassesTest::isLambda)
                                                .forEach(site -> found.add(site.toString())));
            }
        }
        return found;
    }

    private static boolean isLambda(InvokeDynamicInstruction site) {
        return site.bootstrapMethod().owner().displayName().equals("LambdaMetafactory");
    }

    private static URI zip(Path jar) {
        return URI.create("jar:" + jar.toUri());
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
