import Crypto
import Foundation
package import SimulatedWorld
import SwiftASN1
import X509

/// Issues the certificates of the world's servers, and those that something is wrong with.
///
/// Keys are drawn anew each time, so that none stands in a file; nothing that a run says depends on them. Validity
/// reaches over the whole century, as TLS looks at the real clock, which no night of the world turns.
package struct CertificateOffice: CertificateIssuer {
    package let authority: String
    private let trusted: Issuer
    private let unknown: Issuer

    private struct Issuer {
        let name: DistinguishedName
        let key: Certificate.PrivateKey

        init(_ name: String) throws {
            self.name = try DistinguishedName { CommonName(name) }
            key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        }
    }

    package init() throws {
        trusted = try Issuer("The Simulated Authority")
        unknown = try Issuer("An Authority That Nobody Knows")
        authority = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: trusted.key.publicKey,
            notValidBefore: Self.year(2000), notValidAfter: Self.year(2099), issuer: trusted.name,
            subject: trusted.name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
            }, issuerPrivateKey: trusted.key
        ).serializeAsPEM().pemString
    }

    package func identity(_ kind: ServerFault.CertificateKind, host: String) throws -> ServerIdentity {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        return ServerIdentity(
            certificate: try certificate(kind, host: host, key: key).serializeAsPEM().pemString,
            privateKey: try key.serializeAsPEM().pemString)
    }

    private func certificate(
        _ kind: ServerFault.CertificateKind, host: String, key: Certificate.PrivateKey
    ) throws -> Certificate {
        let name = try DistinguishedName { CommonName(host) }
        let issuer =
            switch kind {
            case .sound, .expired, .notYetValid, .wrongName: (name: trusted.name, key: trusted.key)
            case .selfSigned: (name: name, key: key)
            case .unknownAuthority: (name: unknown.name, key: unknown.key)
            }
        let names: [GeneralName] = kind == .wrongName ? [.dnsName("another.example")] : [Self.address(host)]
        return try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.publicKey,
            notValidBefore: Self.year(kind == .notYetValid ? 2098 : 2000),
            notValidAfter: Self.year(kind == .expired ? 2001 : 2099), issuer: issuer.name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions { SubjectAlternativeNames(names) }, issuerPrivateKey: issuer.key)
    }

    private static func address(_ host: String) -> GeneralName {
        .ipAddress(ASN1OctetString(contentBytes: host.split(separator: ".").compactMap { UInt8($0) }[...]))
    }

    /// Midnight of its first day, in UTC.
    private static func year(_ year: Int) -> Date {
        let leapDays = (1968..<year).count { $0 % 4 == 0 } - 1
        return Date(timeIntervalSince1970: Double((year - 1970) * 365 + leapDays) * 86_400)
    }
}
