package dev.holstein.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ForwardingList;
import com.google.common.collect.ForwardingMap;
import com.google.common.collect.ForwardingNavigableMap;
import com.google.common.collect.ForwardingNavigableSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Ordering;
import com.google.common.collect.Range;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.holstein.btree.ConcurrentBTreeSet;
import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.CowBTreeSet;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.list.CowList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.junit.jupiter.api.Test;

/** Decorators and tools of Guava around and on ours. */
class ForwardingTest {
    /** Counts what is put. */
    private static final class CountingMap extends ForwardingMap<Integer, String> {
        private final Map<Integer, String> map;
        private int puts;

        CountingMap(Map<Integer, String> map) {
            this.map = map;
        }

        @Override
        protected Map<Integer, String> delegate() {
            return map;
        }

        @Override
        public String put(Integer key, String value) {
            puts++;
            return super.put(key, value);
        }

        @Override
        public void putAll(Map<? extends Integer, ? extends String> others) {
            standardPutAll(others);
        }

        @Override
        public boolean equals(Object object) {
            return standardEquals(object);
        }

        @Override
        public int hashCode() {
            return standardHashCode();
        }

        @Override
        public String toString() {
            return standardToString();
        }
    }

    @Test
    void mapsInDecorators() {
        Faces.mutableMaps().forEach((name, make) -> {
            NavigableMap<Integer, String> map = make.get();
            CountingMap counting = new CountingMap(map);
            counting.putAll(Map.of(10, "ten", 11, "eleven"));
            assertThat(counting.puts).isEqualTo(2);
            assertThat(counting.equals(map) && map.equals(counting)).as(name).isTrue();
            assertThat(counting.hashCode()).isEqualTo(map.hashCode());
            assertThat(counting.toString()).isEqualTo(map.toString());
            assertThat(new CowBTreeMap<>(counting).equals(map)).as(name).isTrue();
            assertThat(PersistentBTreeMap.<Integer, String>empty()
                            .plusAll(counting)
                            .equals(map))
                    .isTrue();
        });
    }

    /** All is done by the few methods that the delegate must have. */
    private static NavigableMap<Integer, String> standard(NavigableMap<Integer, String> map) {
        return new ForwardingNavigableMap<>() {
            @Override
            protected NavigableMap<Integer, String> delegate() {
                return map;
            }

            @Override
            public Map.Entry<Integer, String> firstEntry() {
                return standardFirstEntry();
            }

            @Override
            public Map.Entry<Integer, String> pollLastEntry() {
                return standardPollLastEntry();
            }

            @Override
            public Integer floorKey(Integer key) {
                return standardFloorKey(key);
            }

            @Override
            public NavigableMap<Integer, String> descendingMap() {
                return new StandardDescendingMap();
            }
        };
    }

    @Test
    void navigableMapsInDecorators() {
        Faces.mutableMaps().forEach((name, make) -> {
            NavigableMap<Integer, String> wrapped = standard(make.get());
            assertThat(wrapped.firstEntry()).as(name).isEqualTo(Map.entry(1, "v1"));
            assertThat(wrapped.floorKey(100)).isEqualTo(9);
            assertThat(wrapped.descendingMap().headMap(7, true).keySet())
                    .as(name)
                    .containsExactly(9, 8, 7);
            assertThat(wrapped.pollLastEntry()).as(name).isEqualTo(Map.entry(9, "v9"));
            assertThat(new CowBTreeMap<>(wrapped)).hasSize(8);
        });
    }

    @Test
    void listsAndSetsInDecorators() {
        Faces.mutableLists().forEach((name, make) -> {
            List<Integer> list = make.get();
            List<Integer> wrapped = new ForwardingList<>() {
                @Override
                protected List<Integer> delegate() {
                    return list;
                }

                @Override
                public List<Integer> subList(int from, int to) {
                    return standardSubList(from, to);
                }

                @Override
                public boolean addAll(java.util.Collection<? extends Integer> elements) {
                    return standardAddAll(elements);
                }
            };
            wrapped.addAll(List.of(10, 11));
            assertThat(wrapped.subList(8, 11)).as(name).containsExactly(9, 10, 11);
            assertThat(wrapped.equals(list) && list.equals(new ArrayList<>(wrapped)))
                    .as(name)
                    .isTrue();
            assertThat(new CowList<>(wrapped)).isEqualTo(list);
        });
        Faces.mutableSets().forEach((name, make) -> {
            NavigableSet<Integer> set = make.get();
            NavigableSet<Integer> wrapped = new ForwardingNavigableSet<>() {
                @Override
                protected NavigableSet<Integer> delegate() {
                    return set;
                }

                @Override
                public boolean removeAll(java.util.Collection<?> elements) {
                    return standardRemoveAll(elements);
                }
            };
            assertThat(wrapped.removeAll(List.of(1, 2, 3))).as(name).isTrue();
            assertThat(wrapped.equals(set) && set.equals(wrapped)).as(name).isTrue();
            assertThat(new ConcurrentBTreeSet<>(wrapped)).containsExactly(4, 5, 6, 7, 8, 9);
        });
    }

    @Test
    void toolsOfGuava() {
        CowBTreeMap<Integer, String> map = new CowBTreeMap<>(Faces.ENTRIES);
        assertThat(ImmutableSortedMap.copyOf(map).equals(map)).isTrue();
        assertThat(Maps.transformValues((NavigableMap<Integer, String>) map, String::length)
                        .firstEntry()
                        .getValue())
                .isEqualTo(2);
        assertThat(Maps.subMap((NavigableMap<Integer, String>) map, Range.closed(2, 3))
                        .keySet())
                .containsExactly(2, 3);
        assertThat(Maps.difference(map, map.copy()).areEqual()).isTrue();
        assertThat(Sets.difference(map.keySet(), new CowBTreeSet<>(List.of(1, 2, 3, 4, 5, 6))))
                .containsExactly(7, 8, 9);
        CowList<Integer> list = new CowList<>(Faces.listTwin());
        assertThat(ImmutableList.copyOf(list)).isEqualTo(list);
        assertThat(Lists.partition(list, 4)).hasSize(3);
        assertThat(Lists.reverse(list)).isEqualTo(list.reversed());
        assertThat(Iterables.getLast(list)).isEqualTo(9);
        assertThat(Ordering.natural().isStrictlyOrdered(map.keySet())).isTrue();
        SetMultimap<String, Integer> multimap = Multimaps.newSetMultimap(new CowBTreeMap<>(), CowBTreeSet::new);
        multimap.put("b", 2);
        multimap.put("b", 1);
        multimap.put("a", 3);
        assertThat(multimap).hasToString("{a=[3], b=[1, 2]}");
    }
}
