package dev.holstein.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How raw data becomes one number, and a number becomes a text. */
class MeasurementTest {
    private static Measurement measured(String mode, String unit, double... iterations) throws JsonProcessingException {
        String json = MadeUp.result("op.Get.get", mode, unit, "COW", MadeUp.keys("LONG", 1000), "", iterations);
        return Measurement.of(new ObjectMapper().readTree(json)).get(0);
    }

    @Test
    void theMedianOfAllIterationsIsTheScore() throws JsonProcessingException {
        assertThat(measured("avgt", "ns/op", 9, 1, 3).median()).isEqualTo(3);
        assertThat(measured("avgt", "ns/op", 9, 1, 3, 100).median()).isEqualTo(6);
    }

    @Test
    void eachForkHasAMedianOfItsOwn() throws JsonProcessingException {
        String json = MadeUp.result("op.Get.get", "COW", "", 1).replace("[[1.0]]", "[[9, 1, 3], [8, 4]]");
        assertThat(Measurement.of(new ObjectMapper().readTree(json)).get(0).forks())
                .containsExactly(3.0, 6.0);
    }

    @Test
    void theRangeIsThatOfTheIterations() throws JsonProcessingException {
        Measurement measured = measured("avgt", "ns/op", 9, 1, 3);
        assertThat(List.of(measured.lowest(), measured.highest())).containsExactly(1.0, 9.0);
    }

    @Test
    void withoutRawDataTheMeanIsAllThereIs() throws JsonProcessingException {
        assertThat(measured("avgt", "ns/op").median()).isEqualTo(12345);
    }

    @Test
    void unitsAreConverted() throws JsonProcessingException {
        assertThat(measured("avgt", "us/op", 2).median()).isEqualTo(2000);
        assertThat(measured("thrpt", "ops/us", 2).median()).isEqualTo(2e6);
        assertThat(measured("thrpt", "ops/us", 2).unit()).isEqualTo(Unit.RATE);
    }

    @Test
    void sampledTimesHavePercentiles() throws JsonProcessingException {
        Measurement measured = measured("sample", "us/op", 1, 2, 3);
        assertThat(measured.median()).isEqualTo(7000);
        assertThat(measured.percentiles()).containsEntry(99.0, 70_000.0);
    }

    @Test
    void bytesAndVariantAreRead() throws JsonProcessingException {
        Measurement measured = measured("avgt", "ns/op", 1);
        assertThat(measured.bytesPerOperation()).isEqualTo(24.5);
        assertThat(measured.variant()).isEqualTo("LONG");
        assertThat(measured.size()).isEqualTo(1000);
    }

    @Test
    void moreOperationsPerSecondCostLess() {
        assertThat(Unit.RATE.costRatio(200, 100)).isEqualTo(0.5);
        assertThat(Unit.NANOS.costRatio(200, 100)).isEqualTo(2);
    }

    @Test
    void figuresHaveThreeDigits() {
        assertThat(List.of(
                        Figures.of(Unit.NANOS, 1.234),
                        Figures.of(Unit.NANOS, 12.34),
                        Figures.of(Unit.NANOS, 999.7),
                        Figures.of(Unit.NANOS, 2_500_000),
                        Figures.of(Unit.RATE, 1_990_000),
                        Figures.of(Unit.BYTES, 11.8)))
                .containsExactly("1.23 ns", "12.3 ns", "1.00 µs", "2.50 ms", "1.99 M/s", "11.8 B");
        assertThat(List.of(Figures.ratio(1.3), Figures.ratio(0.5), Figures.ratio(0.012), Figures.ratio(0.0000123)))
                .containsExactly("1.30", "0.50", "0.012", "0.000012");
        assertThat(List.of(Figures.power("1000000"), Figures.power("250"))).containsExactly("10⁶", "250");
    }
}
