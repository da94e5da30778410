/*
 * Finds the JDK of the test run "second-jdk": a 25 or newer, or a 17 if the build itself runs on 25 or newer.
 *
 * An environment variable wins (JDK25_HOME, then JAVA_HOME_25 and the variants of it that CI images define,
 * such as JAVA_HOME_25_X64); then the usual places are searched. What counts is JAVA_VERSION in the JDK's
 * file "release", never the name of its folder.
 *
 * Sets two properties of the module being built:
 *   holstein.secondJdk.java   the java executable
 *   holstein.secondJdk.skip   true if there is none, or it is not wanted (-DskipSecondJdk; -DskipTests but for -DskipSecondJdk=false)
 */
int building = Runtime.version().feature()
boolean wantNewer = building < 25
int wanted = wantNewer ? 25 : 17
String variable = "JDK${wanted}_HOME"

def switchedOn = { name ->
    def value = session.userProperties.getProperty(name)
    value != null && value != 'false'
}
def executable = { File home, String name ->
    ["bin/${name}", "bin/${name}.exe"].collect { new File(home, it) }.find { it.canExecute() }
}
def major = { File home ->
    def release = new File(home, 'release')
    if (!release.isFile() || executable(home, 'java') == null || executable(home, 'javac') == null) {
        return 0
    }
    def found = release.getText('UTF-8') =~ /(?m)^JAVA_VERSION="?(?:1\.)?(\d+)/
    found.find() ? found.group(1) as int : 0
}
def suits = { File home -> wantNewer ? major(home) >= wanted : major(home) == wanted }
def children = { String folder -> (new File(folder).listFiles() ?: []).sort() as List<File> }

def find = {
    def env = System.getenv()
    if (env[variable]) {
        def home = new File(env[variable])
        if (!suits(home)) {
            throw new IllegalStateException("${variable}=${home} is not a JDK ${wanted}${wantNewer ? ' or newer' : ''}")
        }
        return home
    }
    def named = env.findAll { it.key ==~ /(?i)JAVA_HOME_${wanted}(_.*)?/ && it.value }
            .sort().values().collect { new File(it) }.find(suits)
    if (named != null) {
        return named
    }
    def user = System.getProperty('user.home')
    def places = [
        '/usr/lib/jvm', '/usr/lib64/jvm', '/usr/java', '/opt/java', '/opt/jdk', '/opt',
        "${user}/.sdkman/candidates/java", "${user}/.jdks", "${user}/.gradle/jdks",
        "${user}/.asdf/installs/java", "${user}/.local/share/mise/installs/java",
        '/Library/Java/JavaVirtualMachines', "${user}/Library/Java/JavaVirtualMachines",
        'C:/Program Files/Java', 'C:/Program Files/Eclipse Adoptium', 'C:/Program Files/Microsoft',
    ]
    places.collectMany { children(it as String) }
            .collectMany { [it, new File(it, 'Contents/Home')] }
            .findAll(suits)
            .min { a, b -> major(a) <=> major(b) ?: a.path <=> b.path }
}

def said = session.userProperties.containsKey('skipSecondJdk')
def skip = said ? switchedOn('skipSecondJdk') : ['skipTests', 'maven.test.skip'].any(switchedOn)
def home = skip ? null : find()
if (home != null) {
    project.properties.setProperty('holstein.secondJdk.java', executable(home, 'java').path)
    log.info("second JDK: ${major(home)} in ${home}")
} else if (!skip) {
    log.warn("second JDK (${wanted}${wantNewer ? '+' : ''}) not found: tests run on ${building} only; " +
            "set ${variable} to add it")
}
project.properties.setProperty('holstein.secondJdk.skip', String.valueOf(home == null))
