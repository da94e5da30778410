package dev.holstein.fault;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sees which public methods user code was called from: the method that an operation of the tables called, by the call stack, not by what
 * the table says of itself.
 */
public final class Witness {
    /** What the packages of these tests are called, in whatever module. */
    private static final String TESTS = ".fault.";

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final String REFUSED = " refused";

    /** What the groups of operations begin with that collect by what a static method has made. */
    public static final String COLLECTOR = "collector ";

    /** The methods seen, each as its group, its name and the types of its parameters. */
    private final Set<String> seen = new TreeSet<>();

    /** Notes the method that the operation under test has called; to be asked inside user code. */
    void note(String group) {
        List<StackFrame> frames = WALKER.walk(stack -> stack.collect(Collectors.toList()));
        int at = frames.size() - 1;
        while (!isTest(frames.get(at))) {
            at--;
        }
        while (isTest(frames.get(at))) {
            at--;
        }
        StackFrame frame = frames.get(at);
        seen.add(group + "."
                + signature(frame.getMethodName(), frame.getMethodType().parameterArray()));
    }

    /** Notes the method that refused to do anything, which asks user code nothing, or not much. */
    void noteRefusal(String group, RuntimeException refusal) {
        StackTraceElement[] frames = refusal.getStackTrace();
        int at = 0;
        while (!frames[at].getClassName().contains(TESTS)) {
            at++;
        }
        seen.add(group + "." + frames[at - 1].getMethodName() + REFUSED);
    }

    /** What of some methods was seen neither to call user code nor to refuse. */
    public Set<String> missingOf(Set<String> methods) {
        Set<String> missing = new TreeSet<>(methods);
        missing.removeAll(seen);
        missing.removeIf(method -> seen.contains(method.substring(0, method.indexOf('(')) + REFUSED)
                || seen.contains(method.replace("static.", COLLECTOR) + ".collect(Collector)"));
        return missing;
    }

    static String signature(String name, Class<?>... parameters) {
        return name + Arrays.stream(parameters).map(Class::getSimpleName).collect(Collectors.joining(",", "(", ")"));
    }

    private static boolean isTest(StackFrame frame) {
        return frame.getClassName().contains(TESTS);
    }
}
