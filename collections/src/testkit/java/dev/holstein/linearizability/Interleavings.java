package dev.holstein.linearizability;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.CTestStructure;
import org.jetbrains.kotlinx.lincheck.execution.ActorGenerator;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionGenerator;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.CTestConfiguration;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.RandomProvider;

/**
 * How the tests run Lincheck's model checker: it runs a scenario again and again, each time with the threads switched at other
 * reads, writes and monitors of the library's own code, and looks for an order of the operations in which the specification, used by
 * one thread, answers the same.
 *
 * <p>Every operation opens at least {@code rounds} scenarios, each against a write that opens another thread. Operations that may
 * wait are marked as {@code blocking}; one that is not, and waits for another thread, fails the check, for readers never wait.
 */
public final class Interleavings {
    /** What Lincheck says of results that no order of the operations explains. */
    public static final String NO_ORDER = "Invalid execution results";

    /** What it says of a reader that waits. */
    public static final String WAITS = "should be non-blocking";

    /** A walk over a full leaf is no endless loop. */
    private static final int LOOPS = 10_000;

    /** Nor is it a wait for another thread. */
    private static final int ROUNDS_OF_NO_WAIT = 200;

    private static final int INTERLEAVINGS = 20;

    /**
     * The one place where no thread is switched: it maps classes to what groups ask of them, by hash codes that Lincheck replaces
     * within a scenario, but not where classes are loaded.
     */
    private static final ManagedStrategyGuarantee THE_REGISTRY =
            forClasses("dev.holstein.core.Groups").methods("member").ignore();

    private Interleavings() {}

    /** Checks a subject by the same operations on a specification; throws {@code LincheckAssertionError} if there is no such order. */
    public static void check(Class<?> subject, Class<?> specification, int threads, int rounds) {
        check(subject, specification, threads, rounds, INTERLEAVINGS);
    }

    /** As above, for few operations that only go wrong if threads are switched at one place and back at another. */
    public static void check(Class<?> subject, Class<?> specification, int threads, int rounds, int interleavings) {
        options(specification, threads)
                .invocationsPerIteration(interleavings)
                .iterations(rounds
                        * CTestStructure.getFromTestClass(subject)
                                .actorGenerators
                                .size())
                .check(subject);
    }

    private static ModelCheckingOptions options(Class<?> specification, int threads) {
        return new ModelCheckingOptions()
                .threads(threads)
                .actorsPerThread(2)
                .actorsBefore(0)
                .actorsAfter(1)
                .loopBound(LOOPS)
                .loopIterationsBeforeThreadSwitch(ROUNDS_OF_NO_WAIT)
                .addGuarantee(THE_REGISTRY)
                .checkObstructionFreedom(true)
                .minimizeFailedScenario(false)
                .executionGenerator(EachAgainstAWrite.class)
                .sequentialSpecification(specification);
    }

    /** Made by Lincheck, one for each check. */
    public static final class EachAgainstAWrite extends ExecutionGenerator {
        private final List<ActorGenerator> operations;
        private final Random random;
        private int next;

        public EachAgainstAWrite(CTestConfiguration configuration, CTestStructure structure, RandomProvider seeds) {
            super(configuration, structure);
            operations = structure.actorGenerators;
            random = seeds.createRandom();
        }

        @Override
        public ExecutionScenario nextExecution() {
            List<List<Actor>> threads = new ArrayList<>();
            for (int thread = 0; thread < testConfiguration.getThreads(); thread++) {
                List<Actor> actors = new ArrayList<>();
                actors.add(
                        thread == 0 ? operations.get(next++ % operations.size()).generate(1, random) : write(thread));
                while (actors.size() < testConfiguration.getActorsPerThread()) {
                    actors.add(any(thread));
                }
                threads.add(actors);
            }
            List<Actor> after = new ArrayList<>();
            while (after.size() < testConfiguration.getActorsAfter()) {
                after.add(any(0));
            }
            return new ExecutionScenario(List.of(), threads, after, null);
        }

        private Actor any(int thread) {
            return operations.get(random.nextInt(operations.size())).generate(thread + 1, random);
        }

        private Actor write(int thread) {
            Actor actor = any(thread);
            while (!actor.getBlocking()) {
                actor = any(thread);
            }
            return actor;
        }
    }
}
