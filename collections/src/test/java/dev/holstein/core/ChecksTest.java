package dev.holstein.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of every limit that the checks know. */
class ChecksTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 5", "4, 5"})
    void anIndexInsideIsAnswered(int index, int length) {
        assertThat(Checks.index(index, length)).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 5", "5, 5", "6, 5"})
    void anIndexOutsideIsNamed(int index, int length) {
        assertThatThrownBy(() -> Checks.index(index, length))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index " + index + " out of bounds for length " + length);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 5", "3, 5", "5, 5"})
    void aPositionUpToTheEndIsAnswered(int index, int length) {
        assertThat(Checks.position(index, length)).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "-1, 0", "-1, 5", "6, 5"})
    void aPositionOutsideIsNamed(int index, int length) {
        assertThatThrownBy(() -> Checks.position(index, length))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index " + index + " out of bounds for length " + length + ": legal are 0 to " + length);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 5, 5", "5, 0, 5", "2, 3, 5", "0, 9223372036854775807, 9223372036854775807"})
    void aRangeWithinIsLegal(long from, long count, long length) {
        assertThatCode(() -> Checks.range(from, count, length)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 5", "0, -1, 5", "0, 6, 5", "6, 0, 5", "3, 3, 5", "1, 9223372036854775807, 9223372036854775807"})
    void aRangeOutsideIsNamed(long from, long count, long length) {
        assertThatThrownBy(() -> Checks.range(from, count, length))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("range of " + count + " from " + from + " out of bounds for length " + length);
    }

    @Test
    void footprintsCountEveryField() {
        int header = Math.toIntExact(Footprint.array(0, 1)) - Integer.BYTES;
        for (int references = 0; references < 5; references++) {
            for (int bytes = 0; bytes < 20; bytes++) {
                int exact = header + references * Footprint.REFERENCE + bytes;
                assertThat(Footprint.object(references, bytes)).isEqualTo((exact + 7) / 8 * 8);
            }
        }
    }
}
