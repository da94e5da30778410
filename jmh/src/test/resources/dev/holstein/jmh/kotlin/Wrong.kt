import dev.holstein.btree.*
import dev.holstein.cow.*
import dev.holstein.list.*

fun length(map: CowBTreeMap<String, String>): Int = map["a"].length // refused

fun firstValue(map: PersistentBTreeMap<String, String>): String = map.firstEntry().value // refused

fun firstValueOf(map: CowBTreeMap<String, String>): String = map.firstEntry().value // refused

fun floor(map: ConcurrentBTreeMap<String, String>): String = map.floorKey("a") // refused

fun before(map: CowBTreeMap<String, String>): String = map.put("a", "b") // refused

fun removed(map: CowBTreeMap<String, String>): String = map.remove("a") // refused

fun below(set: CowBTreeSet<String>): String = set.lower("a") // refused

fun polled(set: CowBTreeSet<String>): String = set.pollFirst() // refused

fun nullAppended(): PersistentList<String> = PersistentList.of("a").plus(null) // refused

fun nullAdded() = CowList<String>().add(null) // refused

fun nullPut(map: CowBTreeMap<String, String>) = map.put("a", null) // refused

fun nullValues() = ConcurrentBTreeMap<String, String?>() // refused

fun nullOwned() = Cow.owned<String?>(null) // refused

fun nullElement(list: PersistentList<String?>): Int = list[0].length // refused

fun right(map: PersistentBTreeMap<String, String>): String = map.entryAt(0).value
