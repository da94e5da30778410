package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.btree.RankedSet;
import dev.holstein.btree.fault.MapSpecimen.Face;
import dev.holstein.btree.fault.MapSpecimen.View;
import dev.holstein.fault.EveryCall;
import dev.holstein.fault.Operation;
import dev.holstein.fault.PublicMethods;
import dev.holstein.fault.Specimen;
import dev.holstein.fault.Witness;
import java.util.Iterator;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User code of every method of sets, of their views and versions misbehaves at every call. */
class EverySetCallTest {
    /** Methods that take objects and ask them nothing. */
    private static final Set<String> WITHOUT_USER_CODE =
            Set.of("set.toArray(Object[])", "static.<init>(Comparator)", "static.empty(Comparator)");

    /** What no sorted set can do. */
    private static final Set<String> REFUSED = Set.of("set.addFirst(Object)", "set.addLast(Object)");

    private static void run(Face face, View view, Witness witness) {
        KeyArguments arguments = MapSpecimen.arguments(face, view);
        Supplier<Specimen<RankedSet<Object>>> maker = SetSpecimen.of(face, view, arguments);
        for (Operation<RankedSet<Object>, KeyArguments> operation : SetOperations.all()) {
            new EveryCall<>(operation, arguments, maker, witness, false).run();
        }
    }

    @ParameterizedTest
    @CsvSource({"OWN, WHOLE", "SHARED, DESCENDING_PART", "NUMBERS, PART", "CONCURRENT, WHOLE", "CONCURRENT, PART"})
    void misbehaviourIsWithoutConsequence(Face face, View view) {
        Witness witness = new Witness();
        run(face, view, witness);
        if (face == Face.NUMBERS) {
            return; // whose keys are not asked
        }
        Set<String> methods = methodsOfViews();
        if (view == View.WHOLE) {
            Class<?> type = face == Face.CONCURRENT ? ConcurrentBTreeSet.class : CowBTreeSet.class;
            methods.addAll(PublicMethods.ofInstances("set", type));
        }
        complete(witness, methods);
    }

    @Test
    void misbehaviourLeavesVersionsAsTheyAre() {
        Witness witness = new Witness();
        for (Face face : new Face[] {Face.PERSISTENT, Face.OWN}) { // in natural order, and by a comparator
            KeyArguments arguments = MapSpecimen.arguments(face, View.WHOLE);
            Supplier<Specimen<PersistentBTreeSet<Object>>> maker = SetSpecimen.versions(arguments);
            for (Operation<PersistentBTreeSet<Object>, KeyArguments> operation : SetOperations.versions()) {
                new EveryCall<>(operation, arguments, maker, witness, false).run();
            }
        }
        run(Face.PERSISTENT, View.WHOLE, witness);
        Set<String> methods = methodsOfViews();
        methods.addAll(PublicMethods.ofInstances("set", PersistentBTreeSet.class));
        methods.addAll(PublicMethods.ofClass(PersistentBTreeSet.class));
        methods.addAll(PublicMethods.ofClass(CowBTreeSet.class));
        methods.addAll(PublicMethods.ofClass(ConcurrentBTreeSet.class));
        complete(witness, methods);
    }

    private static Set<String> methodsOfViews() {
        Set<String> methods = new TreeSet<>();
        methods.addAll(PublicMethods.ofInstances("set", RankedSet.class));
        methods.addAll(PublicMethods.ofInstances("iterator", Iterator.class));
        methods.addAll(PublicMethods.ofInstances("spliterator", Spliterator.class));
        return methods;
    }

    private static void complete(Witness witness, Set<String> methods) {
        Set<String> missing = witness.missingOf(methods);
        missing.removeAll(WITHOUT_USER_CODE);
        missing.removeAll(REFUSED);
        assertThat(missing)
                .as("methods whose user code no operation of the tables has run")
                .isEmpty();
    }

    @AfterAll
    static void tell() {
        System.out.println("Faults in sets: " + SetOperations.all().size() + " operations of sets and views, "
                + SetOperations.versions().size() + " that make versions; user code misbehaved (with that of maps, "
                + "if they ran before) " + EveryCall.calls() + " times");
    }
}
