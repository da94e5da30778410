package dev.holstein.jmh.tour;

import dev.holstein.list.ConcurrentList;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Twins of the library's list, each with one fault that the tour must find. */
final class BrokenLists {
    private BrokenLists() {}

    /** Without a fault, so that what a test finds is the fault of the twin. */
    static class Sound implements ListSubject {
        final ConcurrentList<Element> list;

        Sound(Collection<Element> elements) {
            list = new ConcurrentList<>(elements);
        }

        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public boolean judged() {
            return true;
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            list.update(edit);
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            return way == ListWalk.Way.GET ? list.snapshot() : list;
        }

        @Override
        public List<Element> frozen() {
            return list.snapshot();
        }

        @Override
        public OptionalLong nodesCopied() {
            return OptionalLong.of(list.nodesCopied());
        }
    }

    /** Passes calls on to another list, one element at a time. */
    private static class Passing extends AbstractList<Element> {
        private final List<Element> to;

        Passing(List<Element> to) {
            this.to = to;
        }

        @Override
        public Element get(int index) {
            return to.get(index);
        }

        @Override
        public int size() {
            return to.size();
        }

        @Override
        public Element set(int index, Element element) {
            return to.set(index, element);
        }

        @Override
        public void add(int index, Element element) {
            modCount++;
            to.add(index, element);
        }

        @Override
        public Element remove(int index) {
            modCount++;
            return to.remove(index);
        }
    }

    /** Makes a version of each step: the fault that nobody makes on purpose. */
    static final class StepByStep extends Sound {
        StepByStep(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            edit.accept(list);
        }
    }

    /** Always shows the first step of the last write alone. */
    static class Halfway extends Sound {
        private volatile List<Element> shown = list.snapshot();

        Halfway(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            list.update(copy -> {
                List<List<Element>> steps = new ArrayList<>();
                edit.accept(new Passing(copy) {
                    @Override
                    public Element set(int index, Element element) {
                        Element before = super.set(index, element);
                        steps.add(copy.snapshot());
                        return before;
                    }

                    @Override
                    public Element remove(int index) {
                        Element before = super.remove(index);
                        steps.add(copy.snapshot());
                        return before;
                    }
                });
                shown = steps.get(0);
            });
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            return shown;
        }
    }

    /** As {@link Halfway}, but nobody promised otherwise. */
    static final class HalfwayUnjudged extends Halfway {
        HalfwayUnjudged(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public boolean judged() {
            return false;
        }
    }

    /** Loses a part of an amount. */
    static final class Leaking extends Sound {
        Leaking(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            list.update(copy -> {
                edit.accept(copy);
                copy.set(0, copy.get(0).with(copy.get(0).amount() - 1));
            });
        }
    }

    /** Takes from one what it gives to another, so that the total is right and nothing else. */
    static final class Embezzling extends Sound {
        Embezzling(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            list.update(copy -> {
                edit.accept(copy);
                copy.set(0, copy.get(0).with(copy.get(0).amount() - 1));
                copy.set(1, copy.get(1).with(copy.get(1).amount() + 1));
            });
        }
    }

    /** Loses a part of an amount, and makes the seal say so: only the total can tell. */
    static final class Forging extends Sound {
        Forging(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            list.update(copy -> {
                edit.accept(copy);
                int sealed = 0;
                for (int i = 0; i < copy.size(); i++) {
                    sealed = copy.get(i).number() > copy.get(sealed).number() ? i : sealed;
                }
                Element poorer = copy.get(sealed);
                long amount = poorer.amount() - 1;
                copy.set(sealed, poorer.with(amount, new Seal(poorer.number(), 0, 0)));
                ListWalk walk = ListWalk.through(copy, ListWalk.Way.FOR_EACH);
                copy.set(sealed, poorer.with(amount, new Seal(poorer.number(), walk.contents(), walk.order())));
            });
        }
    }

    /** Puts what comes into the middle one place too far. */
    static final class Misplacing extends Sound {
        Misplacing(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            list.update(copy -> edit.accept(new Passing(copy) {
                @Override
                public void add(int index, Element element) {
                    super.add(Math.min(index + 1, copy.size()), element);
                }
            }));
        }
    }

    /** Has two neighbours in a view change places. */
    static final class Swapped extends Sound {
        private final int at;

        Swapped(Collection<Element> elements, int at) {
            super(elements);
            this.at = at;
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            List<Element> swapped = new ArrayList<>(list);
            Collections.swap(swapped, at, at + 1);
            return swapped;
        }
    }

    /** Shows all but the last element, if it is read in one of the ways. */
    static final class Shortened extends Sound {
        private final ListWalk.Way wrong;

        Shortened(Collection<Element> elements, ListWalk.Way wrong) {
            super(elements);
            this.wrong = wrong;
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            List<Element> right = list.snapshot();
            return way == wrong ? right.subList(0, right.size() - 1) : right;
        }
    }

    /** Says another size than it has. */
    static final class Miscounted extends Sound {
        Miscounted(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            List<Element> right = list.snapshot();
            return new Passing(right) {
                @Override
                public int size() {
                    return right.size() - 1;
                }

                @Override
                public Iterator<Element> iterator() {
                    return right.iterator();
                }

                @Override
                public void forEach(Consumer<? super Element> action) {
                    right.forEach(action);
                }
            };
        }
    }

    /** Shows the first version for ever. */
    static final class Stale extends Sound {
        private final List<Element> first = list.snapshot();

        Stale(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            return first;
        }
    }

    /** Shows the first version when nobody is at work any more: to threads that are not of the crew. */
    static final class ForgettingAtRest extends Sound {
        private final List<Element> first = list.snapshot();

        ForgettingAtRest(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            return Thread.currentThread().getName().startsWith("tour-list-") ? super.view(way) : first;
        }
    }

    /** Shows a version, and then, before the write that made it has ended, the one before. */
    static final class GoingBack extends Sound {
        private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

        private final AtomicLong views = new AtomicLong();
        private volatile @Nullable List<Element> earlier;

        GoingBack(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            List<Element> before = list.snapshot();
            list.update(edit);
            awaitView();
            earlier = before;
            awaitView();
            earlier = null;
        }

        /** Two views: one may have been under way. */
        private void awaitView() {
            long enough = views.get() + 2;
            long start = System.nanoTime();
            while (views.get() < enough && System.nanoTime() - start < LONGEST_WAIT) {
                Thread.onSpinWait();
            }
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            List<Element> shown = earlier;
            views.incrementAndGet();
            return shown == null ? list.snapshot() : shown;
        }
    }

    /** Gives a snapshot that later writes change. */
    static final class Thawing extends Sound {
        Thawing(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public List<Element> frozen() {
            return list;
        }
    }

    /** Throws at a reader. */
    static final class ThrowingView extends Sound {
        ThrowingView(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public List<Element> view(ListWalk.Way way) {
            throw new IllegalStateException("no view today");
        }
    }

    /** Throws at a writer. */
    static final class ThrowingWrite extends Sound {
        ThrowingWrite(Collection<Element> elements) {
            super(elements);
        }

        @Override
        public void write(Consumer<List<Element>> edit) {
            throw new AssertionError("no write today");
        }
    }
}
