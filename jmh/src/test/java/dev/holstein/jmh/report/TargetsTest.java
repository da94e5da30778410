package dev.holstein.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

/** The list of targets fits the benchmarks, and the runs that are made of it fit the list. */
class TargetsTest {
    /** Two JVMs of five and five short iterations, and what a map of a million takes before: seconds. */
    private static final double SECONDS_EACH = 9;

    private static final int MOST_SECONDS = 15 * 60;

    @Test
    void everyBenchmarkExists() {
        Set<String> missing = new TreeSet<>();
        for (Target target : Targets.all()) {
            if (target.isBenchmark()) {
                missing.add(target.benchmark());
            }
        }
        missing.removeAll(RunCommand.benchmarks());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyParameterIsLegal() {
        Set<String> illegal = new TreeSet<>();
        for (Target target : Targets.all()) {
            if (target.isBenchmark()) {
                target.params().forEach((name, value) -> check(target, name, value, illegal));
                Set<String> named = new TreeSet<>(target.params().keySet());
                named.add("subject");
                if (!named.equals(params(target))) {
                    illegal.add(target.benchmark() + " has parameters " + params(target) + ", and not " + named);
                }
                target.subjects().forEach(subject -> check(target, "subject", subject, illegal));
            }
        }
        assertThat(illegal).isEmpty();
    }

    private static void check(Target target, String name, String value, Set<String> illegal) {
        try {
            Field field = field(target, name);
            List<String> listed = Arrays.asList(field.getAnnotation(Param.class).value());
            boolean legal = field.getType().isEnum()
                    ? Arrays.stream(field.getType().getEnumConstants())
                                    .anyMatch(each -> each.toString().equals(value))
                            && (listed.contains(Param.BLANK_ARGS) || !name.equals("subject") || listed.contains(value))
                    : value.matches("\\d+");
            if (!legal) {
                illegal.add(target.benchmark() + " " + name + "=" + value);
            }
        } catch (ReflectiveOperationException e) {
            illegal.add(target.benchmark() + " has no parameter " + name);
        }
    }

    /** A measurement is found by all of its parameters. */
    private static Set<String> params(Target target) {
        Set<String> names = new TreeSet<>();
        try {
            for (Field field : type(target).getFields()) {
                if (field.isAnnotationPresent(Param.class)) {
                    names.add(field.getName());
                }
            }
        } catch (ReflectiveOperationException e) {
            names.add(e.toString());
        }
        return names;
    }

    private static Class<?> type(Target target) throws ReflectiveOperationException {
        return Class.forName("dev.holstein.jmh."
                + target.benchmark().substring(0, target.benchmark().lastIndexOf('.')));
    }

    private static Field field(Target target, String name) throws ReflectiveOperationException {
        return type(target).getField(name);
    }

    @Test
    void everySubjectHasAName() {
        for (Target target : Targets.all()) {
            for (String subject : target.subjects()) {
                Contender contender = Contender.of(target.benchmark(), subject);
                assertThat(contender.label().equals(Figures.words(subject)))
                        .as(target.benchmark() + " " + subject)
                        .isEqualTo(subject.equals("KOTLINX")); // which does call itself that
                assertThat(contender.isOurs()).isEqualTo(subject.equals(target.ours()));
            }
        }
    }

    @Test
    void noTargetIsSetTwice() {
        Set<List<Object>> seen = new HashSet<>();
        for (Target target : Targets.all()) {
            assertThat(seen.add(List.of(target.benchmark(), target.metric(), target.params(), target.ours())))
                    .as(target.toString())
                    .isTrue();
        }
    }

    @Test
    void theRunsMeasureEachTargetOnceAndNothingElse() {
        Set<String> wanted = new TreeSet<>();
        for (Target target : Targets.all()) {
            if (target.isBenchmark()) {
                target.subjects().forEach(subject -> wanted.add(target.benchmark() + target.params() + subject));
            }
        }
        List<String> measured = new ArrayList<>();
        for (Run run : Run.of(Targets.all())) {
            for (String subject : run.subjects()) {
                combinations(run).forEach(params -> measured.add(run.benchmark() + params + subject));
            }
        }
        assertThat(measured).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
    }

    /** No parameter but the size has several values in a run. */
    private static List<Map<String, String>> combinations(Run run) {
        List<Map<String, String>> all = new ArrayList<>(List.of(new TreeMap<>()));
        run.params().forEach((name, values) -> {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> one : all) {
                for (String value : values) {
                    Map<String, String> more = new TreeMap<>(one);
                    more.put(name, value);
                    longer.add(more);
                }
            }
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    @Test
    void theShortRunIsShort() {
        List<Target> quick = Targets.quick();
        Set<String> alone = new TreeSet<>();
        for (Target target : Targets.all()) {
            if (target.quick() && !target.references().isEmpty()) {
                alone.add(target.row());
            }
        }
        quick.stream().filter(target -> !target.references().isEmpty()).forEach(target -> alone.remove(target.row()));
        assertThat(alone).isEmpty();
        int measurements = Run.of(quick).stream().mapToInt(Run::configurations).sum();
        assertThat(measurements * SECONDS_EACH).isLessThan(MOST_SECONDS);
        assertThat(quick).hasSizeGreaterThan(25);
    }

    @Test
    void theListIsPrinted() {
        MadeUp.Said said = MadeUp.report("targets");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out().lines()).hasSameSizeAs(Targets.all());
    }
}
