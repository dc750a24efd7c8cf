import NIOSSL
import Synchronization

/// How TLS is spoken in a run: the authorities that are trusted are read once, when somebody needs them.
final class Security: Sendable {
    private let authorityFile: String?
    private let made = Mutex<NIOSSLContext?>(nil)

    /// - Parameter authorityFile: a PEM file with authorities that are trusted besides the system's.
    init(authorityFile: String?) {
        self.authorityFile = authorityFile
    }

    /// The certificate authorities could not be read.
    struct BadAuthorityFile: Error {
        let path: String
    }

    /// - Throws: ``BadAuthorityFile``.
    func context() throws -> NIOSSLContext {
        try made.withLock { made in
            if let made { return made }
            let context = try NIOSSLContext(configuration: configuration())
            made = context
            return context
        }
    }

    /// - Throws: ``BadAuthorityFile``.
    func configuration() throws(BadAuthorityFile) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.applicationProtocols = ["http/1.1"]
        // RFC 8996: what is older protects nobody.
        configuration.minimumTLSVersion = .tlsv12
        guard let authorityFile else { return configuration }
        do {
            configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(authorityFile))]
        } catch {
            throw BadAuthorityFile(path: authorityFile)
        }
        return configuration
    }
}
