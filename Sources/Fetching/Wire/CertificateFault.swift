import NIOSSL

/// What is wrong with a certificate or handshake, in words, and what to do about it.
struct CertificateFault {
    let words: String
    let advice: String

    /// `nil` for an error that is none of TLS.
    init?(_ error: any Error) {
        switch error {
        case let fault as HandshakeFault: self.init(Self.words(for: fault.reason))
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: self.init(saying: "\(error)".uppercased())
        default: return nil
        }
    }

    private init(_ words: String, advice: String = Advice.tls) {
        self.words = words
        self.advice = advice
    }

    private init(saying text: String) {
        self =
            Self.table.first { text.contains($0.mark) }?.fault
            ?? Self("the TLS handshake failed", advice: Advice.handshake)
    }

    private static func words(for reason: HandshakeFault.Reason) -> String {
        switch reason {
        case .expired: "its certificate has expired"
        case .notYetValid: "its certificate is not yet valid"
        case .selfSigned: "its certificate is self-signed"
        case .unknownAuthority: "its certificate comes from an unknown authority"
        }
    }

    private static let otherName = Self("its certificate is for another name")
    private static let noTLS = Self("it does not speak TLS there", advice: Advice.noTLS)
    private static let oldTLS = Self(
        "it speaks no version of TLS that is still safe", advice: Advice.handshake)
    private static let closed = Self(
        "the connection was closed during the TLS handshake", advice: Advice.handshake)
    private static let asksForOurs = Self(
        "its TLS asks for a certificate of the reader's", advice: Advice.certificateOfOurs)

    private static let table: [(mark: String, fault: Self)] = [
        ("UNABLETOVALIDATECERTIFICATE", otherName),
        ("FAILEDTOVALIDATEHOSTNAME", otherName),
        ("CERTIFICATE_VERIFY_FAILED", Self("its certificate is not to be trusted")),
        ("WRONG_VERSION_NUMBER", noTLS),
        ("HTTP_REQUEST", noTLS),
        ("UNSUPPORTED_PROTOCOL", oldTLS),
        ("ALERT_PROTOCOL_VERSION", oldTLS),
        ("CERTIFICATE_REQUIRED", asksForOurs),
        ("EOFDURINGHANDSHAKE", closed),
        ("EOF DURING HANDSHAKE", closed),
    ]
}
