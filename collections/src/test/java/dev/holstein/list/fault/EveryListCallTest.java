package dev.holstein.list.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.fault.EveryCall;
import dev.holstein.fault.Operation;
import dev.holstein.fault.PublicMethods;
import dev.holstein.fault.Specimen;
import dev.holstein.fault.Witness;
import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.ListProbe;
import dev.holstein.list.PersistentList;
import dev.holstein.list.fault.ListSpecimen.Face;
import dev.holstein.list.fault.ListSpecimen.View;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User code of every method of lists, of their ranges and versions misbehaves at every call. */
class EveryListCallTest {
    private static final int SHORT = 15;

    /** So long that there is a tree; of full nodes it takes more than a thousand elements, and calls of user code are then skipped. */
    private static final int LONG = ListProbe.LEAF >= 64 ? ListProbe.FLAT + ListProbe.LEAF / 2 : 40;

    /** Methods that take objects and ask them nothing. */
    private static final Set<String> WITHOUT_USER_CODE = Set.of(
            "list.add(Object)",
            "list.add(int,Object)",
            "list.set(int,Object)",
            "list.addFirst(Object)",
            "list.addLast(Object)",
            "list.toArray(Object[])",
            "list.plus(Object)",
            "list.plus(int,Object)",
            "list.with(int,Object)",
            "list.concat(PersistentList)",
            "list.compareAndSet(PersistentList,PersistentList)",
            "iterator.set(Object)",
            "iterator.add(Object)",
            "static.diff(PersistentList,PersistentList)", // but later, in the stream that it makes
            "static.of(Object[])",
            "static.<init>(Object[])");

    private static void run(Face face, View view, int size, Witness witness) {
        ItemArguments arguments = new ItemArguments();
        Supplier<Specimen<List<Object>>> maker = ListSpecimen.of(face, view, size, arguments);
        for (Operation<List<Object>, ItemArguments> operation : ListOperations.all()) {
            new EveryCall<>(operation, arguments, maker, witness, size > 99).run();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OWN, WHOLE",
        "OWN, PART",
        "SHARED, REVERSED",
        "RELAXED, WHOLE",
        "RELAXED, PART",
        "CONCURRENT, WHOLE",
        "CONCURRENT, PART",
        "CONCURRENT, REVERSED",
        "PERSISTENT, WHOLE"
    })
    void misbehaviourIsWithoutConsequence(Face face, View view) {
        Witness witness = new Witness();
        run(face, view, SHORT, witness);
        run(face, view, LONG, witness);
        Set<String> methods = methodsOfViews();
        if (view == View.WHOLE && face != Face.PERSISTENT) {
            Class<?> type = face == Face.CONCURRENT ? ConcurrentList.class : CowList.class;
            methods.addAll(PublicMethods.ofInstances("list", type));
        }
        complete(witness, methods);
    }

    @Test
    void misbehaviourLeavesVersionsAsTheyAre() {
        Witness witness = new Witness();
        for (int size : new int[] {SHORT, LONG}) {
            ItemArguments arguments = new ItemArguments();
            Supplier<Specimen<PersistentList<Object>>> maker = ListSpecimen.versions(size, arguments);
            for (Operation<PersistentList<Object>, ItemArguments> operation : ListOperations.versions()) {
                new EveryCall<>(operation, arguments, maker, witness, size > 99).run();
            }
        }
        run(Face.PERSISTENT, View.WHOLE, SHORT, witness);
        Set<String> methods = methodsOfViews();
        methods.addAll(PublicMethods.ofInstances("list", PersistentList.class));
        methods.addAll(PublicMethods.ofClass(PersistentList.class));
        methods.addAll(PublicMethods.ofClass(CowList.class));
        methods.addAll(PublicMethods.ofClass(ConcurrentList.class));
        complete(witness, methods);
    }

    private static Set<String> methodsOfViews() {
        Set<String> methods = new TreeSet<>();
        methods.addAll(PublicMethods.ofInstances("list", List.class));
        methods.addAll(PublicMethods.ofInstances("iterator", Iterator.class));
        methods.addAll(PublicMethods.ofInstances("iterator", ListIterator.class));
        methods.addAll(PublicMethods.ofInstances("spliterator", Spliterator.class));
        return methods;
    }

    private static void complete(Witness witness, Set<String> methods) {
        Set<String> missing = witness.missingOf(methods);
        missing.removeAll(WITHOUT_USER_CODE);
        assertThat(missing)
                .as("methods whose user code no operation of the tables has run")
                .isEmpty();
    }

    @AfterAll
    static void tell() {
        System.out.println("Faults in lists: " + ListOperations.all().size() + " operations of lists and ranges, "
                + ListOperations.versions().size() + " that make versions; user code misbehaved " + EveryCall.calls()
                + " times");
    }
}
