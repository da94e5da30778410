package dev.holstein.cow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.junit.jupiter.api.Test;

/** The count of handles at its limit, where two thousand million handles were dropped unclosed: the value is copied for good. */
class SharedValueTest {
    private static final int LIMIT = Integer.MAX_VALUE;

    @Test
    void aCountAtItsLimitStaysThere() throws ReflectiveOperationException {
        VarHandle handles = MethodHandles.privateLookupIn(SharedValue.class, MethodHandles.lookup())
                .findVarHandle(SharedValue.class, "handles", int.class);
        SharedValue<String> value = new SharedValue<>("value", false);
        handles.set(value, LIMIT - 1);
        assertThat(value.enter()).isTrue();
        assertThat(value.enter()).isTrue();
        assertThat(value.handles()).isEqualTo(LIMIT);
        value.leave();
        assertThat(value.handles()).isEqualTo(LIMIT);
        assertThat(value.mayBeEdited()).isFalse();
    }
}
