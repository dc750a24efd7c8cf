import Foundation
import NIOCore
import NIOSSL

/// A certificate that was not accepted, with what is known of it: the library only says that it was not.
struct HandshakeFault: Error {
    let cause: any Error
    let reason: Reason

    enum Reason: Hashable {
        case expired, notYetValid, selfSigned, unknownAuthority
    }

    /// The error itself, or, where it is about the certificate, one that tells why.
    static func explaining(_ error: any Error, in context: ChannelHandlerContext) -> any Error {
        guard "\(error)".contains("CERTIFICATE_VERIFY_FAILED"),
            let tls = try? context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self),
            let certificate = tls.peerCertificate
        else { return error }
        // By the machine's clock, as the library judged: whatever night the run is made for.
        return HandshakeFault(cause: error, reason: Reason(certificate, now: Date()))
    }
}

extension HandshakeFault.Reason {
    init(_ certificate: NIOSSLCertificate, now: Date) {
        if Date(timeIntervalSince1970: TimeInterval(certificate.notValidAfter)) < now {
            self = .expired
        } else if Date(timeIntervalSince1970: TimeInterval(certificate.notValidBefore)) > now {
            self = .notYetValid
        } else if let names = try? CertificateNames(der: certificate.toDERBytes()), names.issuer == names.subject {
            // What can't be encoded can't be read either, and then its authority is unknown.
            self = .selfSigned
        } else {
            self = .unknownAuthority
        }
    }
}

/// The names in a certificate, as their encoded bytes (RFC 5280 §4.1): enough to see whether it vouches for itself.
struct CertificateNames {
    let issuer: ArraySlice<UInt8>
    let subject: ArraySlice<UInt8>

    /// `nil` for bytes that are no certificate.
    init?(der: [UInt8]) {
        var whole = DERReader(bytes: der[...])
        guard let certificate = whole.next(), let body = DERReader(bytes: certificate.content).first else { return nil }
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

    var first: Value? {
        var copy = self
        return copy.next()
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
