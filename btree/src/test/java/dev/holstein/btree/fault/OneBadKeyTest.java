package dev.holstein.btree.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.holstein.btree.BTreeProbe;
import dev.holstein.btree.ConcurrentBTreeMap;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.RankedMap;
import dev.holstein.btree.fault.BadOrderTest.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * One key among many that changes, or compares as it likes: a search that meets it may go astray, but no entry is lost. Reads and removals
 * harm nothing, and once the key is gone, by its position or by a predicate, every other is found again.
 */
class OneBadKeyTest {
    private static final int ENTRIES = 3 * BTreeProbe.LEAF_CAPACITY;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static List<Ticket> tickets() {
        return IntStream.range(0, ENTRIES).mapToObj(Ticket::new).toList();
    }

    private static List<RankedMap<Ticket, Integer>> maps(Comparator<Ticket> order, List<Ticket> tickets) {
        CowBTreeMap<Ticket, Integer> own = new CowBTreeMap<>(order);
        tickets.forEach(ticket -> own.put(ticket, ticket.id));
        PersistentBTreeMap<Ticket, Integer> version =
                PersistentBTreeMap.<Ticket, Integer>empty(order).plusAll(own.copy());
        return List.of(own, version.mutableCopy(), new ConcurrentBTreeMap<>(version));
    }

    private static List<Ticket> walked(RankedMap<Ticket, Integer> map) {
        List<Ticket> keys = new ArrayList<>();
        map.keySet().iterator().forEachRemaining(keys::add);
        return keys;
    }

    /** Asks for every key, and for views between keys. */
    private static void read(RankedMap<Ticket, Integer> map, List<Ticket> tickets) {
        for (Ticket ticket : tickets) {
            Integer found = map.get(ticket);
            assertThat(found == null || found == ticket.id).isTrue();
            assertThat(map.rank(ticket, true)).isBetween(0, tickets.size());
        }
        assertThat(map.size()).isEqualTo(tickets.size());
        assertThat(walked(map)).isEqualTo(tickets);
        BTreeProbe.checkAllButOrder(map);
    }

    @Test
    void aKeyThatChangesLosesNothing() {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int at = 0; at < ENTRIES; at += 1 + at / 7) {
                List<Ticket> tickets = tickets();
                for (RankedMap<Ticket, Integer> map : maps(Comparator.naturalOrder(), tickets)) {
                    PersistentBTreeMap<Ticket, Integer> before = map.snapshot();
                    Ticket bad = tickets.get(at);
                    bad.number = at % 2 == 0 ? 10 * ENTRIES : -1;
                    read(map, tickets);
                    assertThat(map.keySet().removeIf(ticket -> ticket == bad)).isTrue();
                    allButOne(BTreeProbe.check(map), tickets, bad);
                    bad.number = bad.id;
                    assertThat(walked(BTreeProbe.check(before))).isEqualTo(tickets);
                    assertThat(before.get(bad)).isEqualTo(bad.id);
                }
            }
        });
    }

    private static void allButOne(RankedMap<Ticket, Integer> map, List<Ticket> tickets, Ticket bad) {
        for (Ticket ticket : tickets) {
            if (ticket != bad) {
                assertThat(map.get(ticket)).isEqualTo(ticket.id);
            }
        }
        assertThat(map.size()).isEqualTo(tickets.size() - 1);
    }

    @Test
    void aKeyThatComparesAsItLikesLosesNothing() {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int at = 0; at < ENTRIES; at += 1 + at / 7) {
                int number = at;
                Random random = new Random(at);
                boolean[] isBad = new boolean[1];
                Comparator<Ticket> order = (a, b) ->
                        isBad[0] && (a.id == number || b.id == number) ? random.nextInt(3) - 1 : a.compareTo(b);
                List<Ticket> tickets = tickets();
                isBad[0] = false;
                for (RankedMap<Ticket, Integer> map : maps(order, tickets)) {
                    isBad[0] = true;
                    assertThat(map.size()).isEqualTo(ENTRIES);
                    for (Ticket ticket : tickets) {
                        if (ticket.id % 5 == 2 && ticket.id != number) { // which would remove what it says it equals
                            map.remove(ticket); // or not, if it is not found
                        }
                    }
                    BTreeProbe.checkAllButOrder(map);
                    List<Ticket> left = walked(map);
                    assertThat(left).hasSize(map.size()).doesNotHaveDuplicates();
                    assertThat(left.stream().filter(ticket -> ticket.id % 5 != 2 && ticket.id != number))
                            .hasSize((int) tickets.stream()
                                    .filter(ticket -> ticket.id % 5 != 2 && ticket.id != number)
                                    .count());
                    map.keySet().removeIf(ticket -> ticket.id == number);
                    BTreeProbe.check(map); // in order again
                    for (Ticket ticket : walked(map)) {
                        assertThat(map.get(ticket)).isEqualTo(ticket.id);
                        assertThat(map.remove(ticket)).isEqualTo(ticket.id);
                    }
                    assertThat(map).isEmpty();
                    isBad[0] = false;
                }
            }
        });
    }

    /** What is put while a search may go astray may stand in the wrong place, or beside its equal; it is there, and can be put right. */
    @Test
    void whatIsPutBesideABadKeyIsThere() {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int at = 0; at < ENTRIES; at += 1 + at / 7) {
                List<Ticket> tickets = tickets();
                Ticket bad = tickets.get(at);
                for (RankedMap<Ticket, Integer> map :
                        maps(Comparator.naturalOrder(), tickets.subList(0, ENTRIES / 2))) {
                    bad.number = 10 * ENTRIES;
                    tickets.subList(ENTRIES / 2, ENTRIES).forEach(ticket -> map.put(ticket, ticket.id));
                    BTreeProbe.checkAllButOrder(map);
                    assertThat(walked(map))
                            .containsAll(tickets.stream().filter(t -> t != bad).toList());
                    bad.number = bad.id;
                    CowBTreeMap<Ticket, Integer> right = new CowBTreeMap<>();
                    map.forEach(right::put);
                    assertThat(walked(BTreeProbe.check(right))).isEqualTo(tickets);
                }
            }
        });
    }
}
