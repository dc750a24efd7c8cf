import NIOSSL

/// What is wrong with a certificate or handshake, in words.
enum CertificateFault {
    /// `nil` for an error that is none of TLS.
    static func words(for error: any Error) -> String? {
        switch error {
        case let fault as HandshakeFault: words(for: fault.reason)
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: words(saying: "\(error)".uppercased())
        default: nil
        }
    }

    private static func words(for reason: HandshakeFault.Reason) -> String {
        switch reason {
        case .expired: "its certificate has expired"
        case .notYetValid: "its certificate is not yet valid"
        case .selfSigned: "its certificate is self-signed"
        case .unknownAuthority: "its certificate comes from an unknown authority"
        }
    }

    private static func words(saying text: String) -> String {
        table.first { text.contains($0.mark) }?.words ?? "the TLS handshake failed"
    }

    private static let table: [(mark: String, words: String)] = [
        ("UNABLETOVALIDATECERTIFICATE", "its certificate is for another name"),
        ("FAILEDTOVALIDATEHOSTNAME", "its certificate is for another name"),
        ("CERTIFICATE_VERIFY_FAILED", "its certificate is not to be trusted"),
        ("WRONG_VERSION_NUMBER", "it does not speak TLS there"),
        ("HTTP_REQUEST", "it does not speak TLS there"),
        ("UNSUPPORTED_PROTOCOL", "it speaks no version of TLS that is still safe"),
        ("EOFDURINGHANDSHAKE", "the connection was closed during the TLS handshake"),
        ("EOF DURING HANDSHAKE", "the connection was closed during the TLS handshake"),
    ]
}
