package dev.holstein.jmh.subject;

import dev.holstein.list.ConcurrentList;
import dev.holstein.list.CowList;
import dev.holstein.list.PersistentList;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kotlinx.collections.immutable.ExtensionsKt;
import org.pcollections.TreePVector;

/** The lists that are compared. */
public enum ListSubject {
    /** {@link dev.holstein.list.CowList}: mutable, one thread. */
    COW_LIST,
    /** {@link dev.holstein.list.PersistentList}: every write is a new version. */
    PERSISTENT_LIST,
    /** {@link dev.holstein.list.ConcurrentList}: mutable, any thread. */
    CONCURRENT_LIST,
    /** {@link java.util.ArrayList}: mutable, one thread; a snapshot is a copy. */
    ARRAY_LIST,
    /**
     * {@link java.util.concurrent.CopyOnWriteArrayList}: mutable, any thread; every write is a copy, a snapshot is
     * none.
     */
    COPY_ON_WRITE,
    /** {@link io.vavr.collection.Vector}: every write is a new version. */
    VAVR,
    /** {@link kotlinx.collections.immutable.PersistentList}: every write is a new version. */
    KOTLINX,
    /** The builder of {@link #KOTLINX}: mutable, one thread. */
    KOTLINX_BUILDER,
    /** {@link org.organicdesign.fp.collections.RrbTree.ImRrbt}: every write is a new version. */
    PAGURO,
    /** {@link org.organicdesign.fp.collections.RrbTree.MutRrbt}: mutable, one thread. */
    PAGURO_MUTABLE,
    /** {@link io.lacuna.bifurcan.List}: every write is a new version. */
    BIFURCAN,
    /** The linear form of {@link #BIFURCAN}: mutable, one thread. */
    BIFURCAN_LINEAR,
    /** {@link scala.collection.immutable.Vector}: every write is a new version. */
    SCALA,
    /** {@link org.pcollections.TreePVector}: every write is a new version. */
    PCOLLECTIONS;

    /**
     * Makes a cell that holds a list of some elements, by the subject's bulk constructor.
     *
     * @param elements the elements
     * @return the cell
     */
    public ListCell copyOf(List<Object> elements) {
        return switch (this) {
            case COW_LIST -> new JavaListCell.Cow(CowList.copyOf(elements));
            case PERSISTENT_LIST -> new PersistentListCell(PersistentList.copyOf(elements));
            case CONCURRENT_LIST -> new JavaListCell.Concurrent(new ConcurrentList<>(elements));
            case ARRAY_LIST -> new JavaListCell.Growable(new ArrayList<>(elements));
            case COPY_ON_WRITE -> new JavaListCell.CopyOnWrite(new CopyOnWriteArrayList<>(elements));
            case VAVR -> new VavrListCell(Vector.ofAll(elements));
            case KOTLINX -> new KotlinListCell(ExtensionsKt.toPersistentList(elements));
            case KOTLINX_BUILDER ->
                new JavaListCell.KotlinBuilder(
                        ExtensionsKt.toPersistentList(elements).builder());
            case PAGURO ->
                new PaguroListCell.Immutable(PaguroListCell.mutableOf(elements).immutable());
            case PAGURO_MUTABLE -> new PaguroListCell.Mutable(PaguroListCell.mutableOf(elements));
            case BIFURCAN -> new BifurcanListCell(io.lacuna.bifurcan.List.from(elements));
            case BIFURCAN_LINEAR ->
                new BifurcanListCell(io.lacuna.bifurcan.List.from(elements).linear());
            case SCALA -> ScalaListCell.copyOf(elements);
            case PCOLLECTIONS -> new PCollectionsListCell(TreePVector.from(elements));
        };
    }

    /**
     * Makes a cell that holds an empty list.
     *
     * @return the cell
     */
    public ListCell newCell() {
        return switch (this) {
            case COW_LIST -> new JavaListCell.Cow(new CowList<>());
            case ARRAY_LIST -> new JavaListCell.Growable(new ArrayList<>());
            default -> copyOf(List.of());
        };
    }
}
