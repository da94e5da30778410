package dev.holstein.jmh.op.vavr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Both sides answer the same: what is compared is the same work. */
class AdapterBenchmarksTest {
    private static <O extends AdapterOperation> void check(
            Supplier<O> operation, Function<O, Object> map, Function<O, Object> seq) {
        for (int size : List.of(1, 1000)) {
            O vavr = operation.get();
            O adapter = operation.get();
            vavr.side = Side.VAVR;
            adapter.side = Side.ADAPTER;
            for (O each : List.of(vavr, adapter)) {
                each.size = size;
                each.setUp();
            }
            for (int call = 0; call < 3; call++) {
                assertThat(map.apply(adapter).equals(map.apply(vavr))).isTrue();
                assertThat(seq.apply(adapter).equals(seq.apply(vavr))).isTrue();
            }
        }
    }

    @Test
    void gets() {
        check(AdapterGet::new, AdapterGet::map, AdapterGet::seq);
    }

    @Test
    void puts() {
        check(AdapterPut::new, AdapterPut::map, AdapterPut::seq);
    }

    @Test
    void iterations() {
        check(AdapterIterate::new, AdapterIterate::map, AdapterIterate::seq);
    }

    @Test
    void folds() {
        check(AdapterFold::new, AdapterFold::map, AdapterFold::seq);
    }
}
