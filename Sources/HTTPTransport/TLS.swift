import Foundation
import NIOSSL
import Parallelism

/// The TLS context of a client: the authorities that are trusted are read once, when the first connection needs them.
final class TLSContextCache: Sendable {
    private let authorityFile: String?
    private let cached = Guarded<NIOSSLContext?>(nil)

    /// - Parameter authorityFile: a PEM file with authorities that are trusted besides the system's.
    init(authorityFile: String?) {
        self.authorityFile = authorityFile
    }

    /// - Throws: ``InvalidAuthorityFile``, or what the library says.
    func context() throws -> NIOSSLContext {
        try cached.withLock { cached in
            if let cached { return cached }
            let context = try NIOSSLContext(configuration: configuration())
            cached = context
            return context
        }
    }

    func configuration() throws(InvalidAuthorityFile) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.applicationProtocols = ["http/1.1"]
        // RFC 8996: what is older protects nobody.
        configuration.minimumTLSVersion = .tlsv12
        guard let authorityFile else { return configuration }
        do {
            configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(authorityFile))]
        } catch {
            throw InvalidAuthorityFile(path: authorityFile)
        }
        return configuration
    }
}

/// A file of certificate authorities that could not be read.
package struct InvalidAuthorityFile: Error, Hashable {
    package let path: String
}

/// What is wrong with a certificate or handshake.
package enum TLSFault: Hashable, Sendable, CaseIterable {
    case expired, notYetValid, selfSigned, unknownAuthority, otherName
    /// Not accepted, for another reason.
    case untrusted
    case notTLS
    /// No version that is still safe.
    case oldVersion
    case closedInHandshake
    /// A certificate of ours is asked for.
    case clientCertificateRequired
    case handshakeFailed

    /// By the words of the library's error; `nil` for an error that is none of TLS.
    init?(_ error: any Error) {
        guard error is NIOSSLError || error is NIOSSLExtraError || error is BoringSSLError else { return nil }
        self.init(text: "\(error)")
    }

    init(text: String) {
        let text = text.uppercased()
        self = Self.marks.first { text.contains($0.mark) }?.fault ?? .handshakeFailed
    }

    private static let marks: [(mark: String, fault: Self)] = [
        ("UNABLETOVALIDATECERTIFICATE", .otherName),
        ("FAILEDTOVALIDATEHOSTNAME", .otherName),
        ("CERTIFICATE_VERIFY_FAILED", .untrusted),
        ("WRONG_VERSION_NUMBER", .notTLS),
        ("HTTP_REQUEST", .notTLS),
        ("UNSUPPORTED_PROTOCOL", .oldVersion),
        ("ALERT_PROTOCOL_VERSION", .oldVersion),
        ("CERTIFICATE_REQUIRED", .clientCertificateRequired),
        ("EOFDURINGHANDSHAKE", .closedInHandshake),
        ("EOF DURING HANDSHAKE", .closedInHandshake),
    ]

    /// Why a certificate was not accepted: the library only says that it was not.
    init(rejected certificate: NIOSSLCertificate, now: Date) {
        let names = try? CertificateNames(der: certificate.toDERBytes())  // unreadable: of an unknown authority
        self.init(
            notBefore: TimeInterval(certificate.notValidBefore), notAfter: TimeInterval(certificate.notValidAfter),
            isSelfSigned: names.map { $0.issuer == $0.subject } ?? false, now: now.timeIntervalSince1970)
    }

    /// Times in seconds since 1970.
    init(notBefore: TimeInterval, notAfter: TimeInterval, isSelfSigned: Bool, now: TimeInterval) {
        if notAfter < now {
            self = .expired
        } else if notBefore > now {
            self = .notYetValid
        } else {
            self = isSelfSigned ? .selfSigned : .unknownAuthority
        }
    }
}

/// The names in a certificate, as their encoded bytes (RFC 5280 §4.1): enough to see whether it is self-signed.
struct CertificateNames {
    let issuer: ArraySlice<UInt8>
    let subject: ArraySlice<UInt8>

    /// `nil` for bytes that are no certificate.
    init?(der: [UInt8]) {
        var whole = DERReader(bytes: der[...])
        guard let certificate = whole.next() else { return nil }
        var outer = DERReader(bytes: certificate.content)
        guard let body = outer.next() else { return nil }
        var fields = DERReader(bytes: body.content)
        var field = fields.next()
        // The version, which the oldest certificates leave out.
        if field?.tag == 0xA0 { field = fields.next() }
        // The serial number was this one; the signature's algorithm, issuer, validity and subject follow.
        guard field != nil, fields.next() != nil, let issuer = fields.next(), fields.next() != nil,
            let subject = fields.next()
        else { return nil }
        self.issuer = issuer.content
        self.subject = subject.content
    }
}

/// Steps through values in DER (X.690).
private struct DERReader {
    var bytes: ArraySlice<UInt8>

    struct Value {
        let tag: UInt8
        let content: ArraySlice<UInt8>
    }

    mutating func next() -> Value? {
        guard let tag = bytes.popFirst(), let first = bytes.popFirst() else { return nil }
        var length = Int(first)
        if first & 0x80 != 0 {
            let count = Int(first & 0x7F)
            guard (1...4).contains(count), bytes.count >= count else { return nil }
            length = bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            bytes.removeFirst(count)
        }
        guard bytes.count >= length else { return nil }
        defer { bytes.removeFirst(length) }
        return Value(tag: tag, content: bytes.prefix(length))
    }
}
