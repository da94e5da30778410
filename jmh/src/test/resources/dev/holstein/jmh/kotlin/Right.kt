import dev.holstein.btree.*
import dev.holstein.cow.*
import dev.holstein.list.*

fun lists(): Int {
    val names: PersistentList<String?> = PersistentList.of("a", null)
    val first: String? = names[0]
    val sure: PersistentList<String> = PersistentList.of("a")
    val length: Int = sure[0].length
    val cow: CowList<String> = sure.mutableCopy()
    cow.add("b")
    for (each in cow) {
        check(each.length == 1)
    }
    return length + (first?.length ?: 0) + cow.size
}

fun maps(): Int {
    val map = CowBTreeMap<String, Int>()
    map["a"] = 1
    val value: Int? = map["a"]
    val entry: Map.Entry<String, Int>? = map.firstEntry()
    val frozen: PersistentBTreeMap<String, Int> = map.snapshot().plus("b", 2)
    for ((key, each) in frozen) {
        check(key.length == each / each)
    }
    val nullable = CowBTreeMap<String, Int?>()
    nullable["a"] = null
    val floor: String? = frozen.floorKey("z")
    return (value ?: 0) + (entry?.value ?: 0) + (frozen["c"] ?: 0) + (floor?.length ?: 0)
}

fun values(): Int {
    val hosts = AtomicCow.of(mutableListOf("a")) { ArrayList(it) }
    hosts.update { it.add("b") }
    return hosts.get().size
}

fun main() {
    println(lists() + maps() + values())
}
