package dev.holstein.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Elements that are added in place get all their room before the first is stored: else memory that runs out in between would leave some
 * of them in the list.
 */
class AppendAtOnceTest {
    @Test
    void theTailBeforeIsNotFilledFirst() {
        for (int size = 1; size < ListNode.LEAF; size += 1 + size / 4) {
            for (int more = 1; size + more <= ListNode.LEAF; more += 1 + more / 4) {
                CowList<Integer> list = new CowList<>();
                for (int i = 0; i < size; i++) {
                    list.add(i);
                }
                Object[] tail = list.present().tail;
                List<Integer> added = new ArrayList<>();
                for (int i = 0; i < more; i++) {
                    added.add(-i);
                }
                assertThat(list.addAll(added)).isTrue();
                ListProbe.check(list);
                assertThat(list.subList(size, size + more)).isEqualTo(added);
                if (list.present().tail != tail && ListNode.capacity(tail) > size) {
                    assertThat(tail[size]).as("%s more than %s", more, size).isNull();
                }
            }
        }
    }
}
