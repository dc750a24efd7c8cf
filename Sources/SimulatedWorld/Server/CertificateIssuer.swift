/// Who issues the certificates of the world's servers: a library that tests bring along, and the program does not need.
package protocol CertificateIssuer: Sendable {
    /// The certificate of the authority that a reader has to trust, in PEM form.
    var authority: String { get }

    /// What a server on `host`, an IPv4 address, shows who it is by.
    func identity(_ kind: Fault.CertificateKind, host: String) throws -> ServerIdentity
}

/// A certificate and its key, in PEM form.
package struct ServerIdentity: Sendable {
    package var certificate: String
    package var privateKey: String

    package init(certificate: String, privateKey: String) {
        self.certificate = certificate
        self.privateKey = privateKey
    }
}
