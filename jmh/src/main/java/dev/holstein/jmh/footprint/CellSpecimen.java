package dev.holstein.jmh.footprint;

import dev.holstein.jmh.subject.ListCell;
import dev.holstein.jmh.subject.MapCell;
import java.util.SplittableRandom;

/** The variables of the benchmarks, which hold what is weighed. */
final class CellSpecimen {
    private CellSpecimen() {}

    /** A map; each value is its key, until it is replaced. */
    static final class OfMap extends Specimen {
        private final MapCell cell;

        OfMap(MapCell cell) {
            this.cell = cell;
        }

        @Override
        void add(Object element) {
            cell.put(element, element);
        }

        @Override
        void exchange(Object present, Object absent, SplittableRandom random) {
            cell.remove(present);
            cell.put(absent, absent);
        }

        @Override
        void write(Object present, Object absent, SplittableRandom random) {
            cell.put(present, absent);
        }

        @Override
        Object snapshot() {
            return cell.snapshot();
        }

        @Override
        Object held() {
            return cell;
        }

        @Override
        long bytesOfHolder() {
            return Scales.shallow(cell);
        }
    }

    /** A list. */
    static final class OfList extends Specimen {
        private final ListCell cell;

        OfList(ListCell cell) {
            this.cell = cell;
        }

        @Override
        void add(Object element) {
            cell.add(element);
        }

        @Override
        void exchange(Object present, Object absent, SplittableRandom random) {
            cell.remove(random.nextInt(cell.size()));
            cell.insert(random.nextInt(cell.size() + 1), absent);
        }

        @Override
        void write(Object present, Object absent, SplittableRandom random) {
            cell.set(random.nextInt(cell.size()), absent);
        }

        @Override
        Object snapshot() {
            return cell.snapshot();
        }

        @Override
        Object held() {
            return cell;
        }

        @Override
        long bytesOfHolder() {
            return Scales.shallow(cell);
        }
    }
}
