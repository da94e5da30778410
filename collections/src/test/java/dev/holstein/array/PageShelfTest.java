package dev.holstein.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source that fails while a page is copied from it (a buffer whose arena is closed, a mapped file that was cut off) costs no page. */
class PageShelfTest {
    private static final int PAGE = 8;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPageWhoseCopyFailsGoesBack(boolean direct) {
        PagePool pool = direct ? PagePool.direct(1 << 10) : PagePool.heap(1 << 10);
        PageShelf shelf = pool.shelf(DoublePages.FORMAT, PAGE);
        shelf.give(shelf.take(PAGE));
        assertThat(pool.stats().freePages()).isEqualTo(1);
        Object tooShort = new double[PAGE - 1];
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> shelf.takeCopy(tooShort, 0, PAGE));
            assertThat(pool.stats().livePages()).isZero();
            assertThat(pool.stats().freePages()).isEqualTo(1);
        }
    }
}
