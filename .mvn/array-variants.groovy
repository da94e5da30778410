/*
 * Writes the arrays of int, long and byte from those of double, which compile as they are and are one of the four. Sources and
 * tests alike: every file whose name contains "Double" in the folders of the arrays is a master.
 *
 * Element types stand in a master as the words double and Double, in names as Double, doubles; all else is the same in all variants:
 * indices are long, constants are written as casts ("(double) 7"). Generated files go to target, and are never edited.
 */
def room = 'dev/holstein/array'

/* For each variant, in this order: pattern to replacement. */
def variants = [
    Int : ['\\bdouble\\b': 'int', '\\bDouble\\b': 'Integer', '\\bdoubles\\b': 'ints', 'doubleStream': 'intStream',
           'Double': 'Int'],
    Long: ['\\bdouble\\b': 'long', '\\bDouble\\b': 'Long', '\\bdoubles\\b': 'longs', 'doubleStream': 'longStream',
           'Double': 'Long'],
    /* The JDK has no streams of bytes: they are ints there. */
    Byte: ['extends PagedArray<CowDoubleArray>': 'extends ByteAccess',
           'DoubleStream': 'IntStream', 'DoubleConsumer': 'IntConsumer', 'OfDouble': 'OfInt',
           'doubleStream': 'intStream',
           '\\bdouble\\b': 'byte', '\\bDouble\\b': 'Byte', '\\bdoubles\\b': 'bytes', 'Double': 'Byte'],
]

def generate = { String sources, String target ->
    def from = new File(project.basedir, "${sources}/${room}")
    def root = new File(project.build.directory, target)
    def masters = []
    if (from.isDirectory()) {
        from.eachFileRecurse { if (it.name.contains('Double') && it.name.endsWith('.java')) masters << it }
    }
    variants.each { name, rules ->
        masters.each { master ->
            def text = master.getText('UTF-8')
            rules.each { pattern, replacement -> text = text.replaceAll(pattern, replacement) }
            def folder = new File(root, room + master.parentFile.path.substring(from.path.length()))
            def file = new File(folder, master.name.replace('Double', name))
            folder.mkdirs()
            def written = "// Generated from ${master.name}: change that file.\n" + text
            if (!file.isFile() || file.getText('UTF-8') != written) {
                file.setText(written, 'UTF-8')
            }
        }
    }
    log.info("array variants: ${variants.size() * masters.size()} files from ${masters.size()} masters in ${sources}")
    root.path
}
project.addCompileSourceRoot(generate('src/main/java', 'generated-sources/arrays'))
project.addTestCompileSourceRoot(generate('src/test/java', 'generated-test-sources/arrays'))
