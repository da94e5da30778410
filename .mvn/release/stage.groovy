/*
 * Puts what would be published, and nothing else, into target/staging of the root, as a repository with checksums: the libraries'
 * jars, sources, Javadoc and SBOMs, the BOM, and the flattened POMs. (The deploy plugin does it only with a network.)
 */
import java.nio.file.Files
import java.security.MessageDigest

def published = ['holstein-collections', 'holstein-btree', 'holstein-bom'].collect { artifact ->
    def module = session.projects.find { it.artifactId == artifact }
    if (module == null) {
        throw new IllegalStateException("${artifact} is not part of this build: add -am")
    }
    module
}

deleted(staging)
published.each { module ->
    def folder = staging.resolve("${module.groupId.replace('.', '/')}/${module.artifactId}/${module.version}")
    Files.createDirectories(folder)
    def stage = { File file, String end ->
        def copy = folder.resolve("${module.artifactId}-${module.version}${end}")
        Files.copy(file.toPath(), copy)
        ['md5': 'MD5', 'sha1': 'SHA-1'].each { name, algorithm ->
            new File("${copy}.${name}").text = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(copy)).encodeHex()
        }
    }
    /* That of the flatten plugin. */
    stage(module.file, '.pom')
    def artifacts = module.packaging == 'pom' ? [] : [module.artifact]
    (artifacts + module.attachedArtifacts).each {
        stage(it.file, "${it.classifier ? "-${it.classifier}" : ''}.${it.artifactHandler.extension}")
    }
}
