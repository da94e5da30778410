/*
 * Checks what is staged: that it is whole, that each file is what it has to be, and that nothing else is there.
 */
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import java.util.jar.JarFile

def version = project.version
def ours = ['holstein-collections', 'holstein-btree']
def needed = ['holstein-collections': ['jspecify'] as Set, 'holstein-btree': ['holstein-collections', 'jspecify'] as Set]
def must = { boolean holds, String what ->
    if (!holds) {
        throw new IllegalStateException("${staging}: ${what}")
    }
}

/* Every file, and no other. (The CycloneDX plugin does nothing offline.) */
def withSbom = !session.offline
if (!withSbom) {
    log.warn('staged: this build is offline, so there are no SBOMs; publish nothing of it')
}
def path = { String artifact, String end -> "dev/holstein/${artifact}/${version}/${artifact}-${version}${end}" as String }
def expected = [path('holstein-bom', '.pom')] +
        [ours, ['.pom', '.jar', '-sources.jar', '-javadoc.jar'] + (withSbom ? ['-cyclonedx.json'] : [])].combinations().collect { path(*it) }
def whole = expected + expected.collectMany { [it + '.md5', it + '.sha1'] }
must(filesOf(staging) as Set == whole as Set, "missing are ${whole - filesOf(staging)}, too much is ${filesOf(staging) - whole}")
def staged = { String artifact, String end -> staging.resolve(path(artifact, end)).toFile() }
def entries = { File jar -> new JarFile(jar).withCloseable { it.entries().toList()*.name } }

def pom = { String artifact ->
    def model = new XmlSlurper().parse(staged(artifact, '.pom'))
    must(model.parent.isEmpty() && model.profiles.isEmpty() && model.repositories.isEmpty() && model.build.isEmpty(),
            "the POM of ${artifact} is not flat")
    def wanted = [model.name, model.description, model.url, model.inceptionYear, model.licenses.license.name,
                  model.developers.developer.name, model.scm.url]
    must(wanted.every { it.text() }, "the POM of ${artifact} does not have all that Maven Central asks for")
    model
}

ours.each { artifact ->
    def dependencies = pom(artifact).dependencies.dependency
    must(dependencies.every { it.scope.text() == 'compile' && it.version.text() }, "a dependency of ${artifact} is not for compiling")
    must(dependencies.findAll { it.optional.text() != 'true' }*.artifactId*.text() as Set == needed[artifact],
            "${artifact} needs something else than ${needed[artifact]}")

    def main = staged(artifact, '.jar')
    def classes = entries(main)
    must('module-info.class' in classes, "${main} is no module")
    must('META-INF/LICENSE' in classes, "${main} has no LICENSE")
    new JarFile(main).withCloseable {
        def manifest = it.manifest.mainAttributes
        must(manifest.getValue('Implementation-Version') == version, "Implementation-Version of ${main} is not ${version}")
        must(manifest.getValue('Implementation-Title') as boolean, "${main} has no Implementation-Title")
    }

    /* Those that the build generates, too. */
    def sources = entries(staged(artifact, '-sources.jar'))
    def missing = classes.findAll { it.endsWith('.class') && !it.contains('$') }*.replaceAll(/class$/, 'java') - sources
    must(missing.isEmpty(), "the sources of ${artifact} lack ${missing}")
    must('META-INF/LICENSE' in sources, "the sources of ${artifact} have no LICENSE")

    def pages = entries(staged(artifact, '-javadoc.jar'))
    must('index.html' in pages && 'META-INF/LICENSE' in pages, "the Javadoc of ${artifact} has no index.html or no LICENSE")
    must(pages.every { !it.contains('/core/') }, "the Javadoc of ${artifact} has pages of internals")
    new JarFile(staged(artifact, '-javadoc.jar')).withCloseable { jar ->
        def outside = jar.entries().findAll { it.name.endsWith('.html') && jar.getInputStream(it).getText('UTF-8').contains('/target/') }
        must(outside.isEmpty(), "in the Javadoc of ${artifact}, links lead into the build: ${outside}")
    }

    if (withSbom) {
        def sbom = new JsonSlurper().parse(staged(artifact, '-cyclonedx.json'))
        must(sbom.serialNumber == null && sbom.metadata.timestamp == null, "the SBOM of ${artifact} differs from build to build")
        must(sbom.metadata.component.name == artifact && sbom.metadata.component.version == version, "the SBOM of ${artifact} is another's")
        must(sbom.components.findAll { it.scope == 'required' }*.name as Set == needed[artifact],
                "the SBOM of ${artifact} does not require just ${needed[artifact]}")
        must(sbom.components.every { it.scope in ['required', 'optional'] && it.hashes && it.licenses }, "the SBOM of ${artifact} is not whole")
        def direct = sbom.dependencies.find { it.ref == sbom.metadata.component.'bom-ref' }.dependsOn
        must(direct.collect { (it =~ '/([^/@]+)@')[0][1] } as Set == dependencies*.artifactId*.text() as Set,
                "the SBOM of ${artifact} and its POM name different dependencies")
    }
}

def bom = pom('holstein-bom')
must(bom.dependencies.isEmpty(), 'the BOM has dependencies')
must(bom.dependencyManagement.dependencies.dependency*.artifactId*.text() as Set == ours as Set, 'the BOM does not manage both libraries')

log.info("staged: ${version} of ${ours.join(', ')} and holstein-bom in ${staging}")
