package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.fault.KeyFuse.Value;
import dev.holstein.btree.fault.MapSpecimen.Face;
import dev.holstein.btree.fault.MapSpecimen.View;
import dev.holstein.fault.EveryCall;
import dev.holstein.fault.Operation;
import dev.holstein.fault.PublicMethods;
import dev.holstein.fault.Specimen;
import dev.holstein.fault.Witness;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User code of every method of maps, of their views, collections and versions misbehaves at every call. */
class EveryMapCallTest {
    /** Methods that take objects and ask them nothing. */
    private static final Set<String> WITHOUT_USER_CODE = Set.of(
            "keySet.toArray(Object[])",
            "entrySet.toArray(Object[])",
            "values.toArray(Object[])",
            "values.equals(Object)",
            "static.<init>(Comparator)",
            "static.empty(Comparator)");

    /** What no set of keys or entries, no collection of values and no sorted map can do. */
    private static final Set<String> REFUSED = Set.of(
            "keySet.add(Object)",
            "keySet.addAll(Collection)",
            "keySet.addFirst(Object)",
            "keySet.addLast(Object)",
            "entrySet.add(Object)",
            "entrySet.addAll(Collection)",
            "values.add(Object)",
            "values.addAll(Collection)",
            "map.putFirst(Object,Object)",
            "map.putLast(Object,Object)");

    private static void run(Face face, View view, KeyArguments arguments, Witness witness) {
        Supplier<Specimen<RankedMap<Object, Value>>> maker = MapSpecimen.of(face, view, arguments);
        for (Operation<RankedMap<Object, Value>, KeyArguments> operation : MapOperations.all()) {
            new EveryCall<>(operation, arguments, maker, witness, false).run();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OWN, WHOLE",
        "OWN, PART",
        "SHARED, DESCENDING",
        "NUMBERS, WHOLE",
        "CONCURRENT, WHOLE",
        "CONCURRENT, DESCENDING_PART",
        "PERSISTENT, PART"
    })
    void misbehaviourIsWithoutConsequence(Face face, View view) {
        Witness witness = new Witness();
        run(face, view, MapSpecimen.arguments(face, view), witness);
        if (face == Face.NUMBERS) {
            return; // whose keys are not asked
        }
        Set<String> methods = methodsOfViews();
        if (view == View.WHOLE) {
            Class<?> type = face == Face.CONCURRENT ? ConcurrentBTreeMap.class : CowBTreeMap.class;
            methods.addAll(PublicMethods.ofInstances("map", type));
        }
        complete(witness, methods);
    }

    @Test
    void misbehaviourLeavesVersionsAsTheyAre() {
        Witness witness = new Witness();
        for (Face face : new Face[] {Face.PERSISTENT, Face.OWN}) { // in natural order, and by a comparator
            KeyArguments arguments = MapSpecimen.arguments(face, View.WHOLE);
            Supplier<Specimen<PersistentBTreeMap<Object, Value>>> maker = MapSpecimen.versions(arguments);
            for (Operation<PersistentBTreeMap<Object, Value>, KeyArguments> operation : VersionOperations.all()) {
                new EveryCall<>(operation, arguments, maker, witness, false).run();
            }
        }
        run(Face.PERSISTENT, View.WHOLE, MapSpecimen.arguments(Face.PERSISTENT, View.WHOLE), witness);
        Set<String> methods = methodsOfViews();
        methods.addAll(PublicMethods.ofInstances("map", PersistentBTreeMap.class));
        methods.addAll(PublicMethods.ofClass(PersistentBTreeMap.class));
        methods.addAll(PublicMethods.ofClass(CowBTreeMap.class));
        methods.addAll(PublicMethods.ofClass(ConcurrentBTreeMap.class));
        complete(witness, methods);
    }

    private static Set<String> methodsOfViews() {
        Set<String> methods = new TreeSet<>();
        methods.addAll(PublicMethods.ofInstances("map", RankedMap.class));
        methods.addAll(PublicMethods.ofInstances("keySet", NavigableSet.class));
        methods.addAll(PublicMethods.ofInstances("entrySet", Set.class));
        methods.addAll(PublicMethods.ofInstances("values", Collection.class));
        methods.addAll(PublicMethods.ofInstances("iterator", Iterator.class));
        methods.addAll(PublicMethods.ofInstances("spliterator", Spliterator.class));
        methods.addAll(PublicMethods.ofInstances("entry", Map.Entry.class));
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
        System.out.println("Faults in maps: " + MapOperations.all().size() + " operations of maps and views, "
                + VersionOperations.all().size() + " that make versions; user code misbehaved " + EveryCall.calls()
                + " times");
    }
}
