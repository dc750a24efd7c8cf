import NIOCore
import NIOHTTP1
import NIOSSL
import Testing
import TransportTestSupport

@testable import HTTPTransport

/// TLS over a real connection, and its faults told apart.
@Suite(.timeLimit(.minutes(1))) struct TLSTests {
    private static let sound = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"

    /// What asking a server with that certificate ends in: `nil` for a response.
    private static func ask(
        _ certificate: String?, trusting authority: String?, newest: TLSVersion? = nil
    ) async throws -> TransportError? {
        let server = LoopbackServer([.say(sound)], greeting: certificate == nil ? "HTTP/1.1 400 No\r\n\r\n" : nil)
        return try await server.serve(certificate: certificate, newest: newest) { server in
            let client = try HTTPClient(
                policy: AddressPolicy(allowsPrivate: true), maxBodyBytes: 99,
                authorityFile: authority.map { Fixture.path("\($0).pem") })
            defer { client.close() }
            do throws(TransportError) {
                let response = try await client.send(HTTPRequest(url: "https://localhost:\(server.port)/"))
                #expect(response.status == .ok)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test func anAuthorityOfTheUsersIsTrusted() async throws {
        #expect(try await Self.ask("sound", trusting: "authority") == nil)
    }

    @Test(
        arguments: [
            ("sound", nil, .unknownAuthority), ("self-signed", nil, .selfSigned), ("expired", "authority", .expired),
            ("not-yet-valid", "authority", .notYetValid), ("other-name", "authority", .otherName),
            (nil, "authority", .notTLS),
        ] as [(String?, String?, TLSFault)])
    func whatIsWrongIsSaid(certificate: String?, authority: String?, fault: TLSFault) async throws {
        #expect(try await Self.ask(certificate, trusting: authority) == .tls(fault))
    }

    @Test(arguments: [(TLSVersion.tlsv12, nil), (.tlsv11, .tls(.oldVersion))] as [(TLSVersion, TransportError?)])
    func whatIsOlderThanTLS12IsRefused(newest: TLSVersion, error: TransportError?) async throws {
        #expect(try await Self.ask("sound", trusting: "authority", newest: newest) == error)
    }

    /// A server that is offered nothing may choose another version of HTTP by itself.
    @Test func onlyHTTP11IsOffered() throws {
        #expect(try TLSContextCache(authorityFile: nil).configuration().applicationProtocols == ["http/1.1"])
    }

    @Test func aFileWithoutAuthoritiesIsAnError() {
        let path = Fixture.path("nothing.pem")
        #expect(throws: InvalidAuthorityFile(path: path)) {
            _ = try HTTPClient(policy: AddressPolicy(allowsPrivate: true), maxBodyBytes: 1, authorityFile: path)
        }
    }
}

@Suite struct TLSFaultTests {
    @Test(
        arguments: [
            ("handshakeFailed(sslError([Error: 268435581 CERTIFICATE_VERIFY_FAILED]))", .untrusted),
            ("unableToValidateCertificate", .otherName), ("failedToValidateHostname", .otherName),
            ("WRONG_VERSION_NUMBER", .notTLS), ("HTTP_REQUEST", .notTLS), ("UNSUPPORTED_PROTOCOL", .oldVersion),
            ("TLSV1_ALERT_PROTOCOL_VERSION", .oldVersion), ("TLSV1_CERTIFICATE_REQUIRED", .clientCertificateRequired),
            ("eofDuringHandshake", .closedInHandshake), ("EOF during handshake", .closedInHandshake),
            ("SSLV3_ALERT_HANDSHAKE_FAILURE", .handshakeFailed),
        ] as [(String, TLSFault)])
    func theLibrarysWordsAreClassified(words: String, fault: TLSFault) {
        #expect(TLSFault(text: words) == fault)
    }

    @Test func onlyErrorsOfTLSAreClassified() {
        #expect(TLSFault(NIOSSLError.uncleanShutdown) == .handshakeFailed)
        #expect(TLSFault(ChannelError.eof) == nil)
    }

    @Test(
        arguments: [
            (100, 200, 200, false, .unknownAuthority), (100, 200, 201, false, .expired),
            (100, 200, 201, true, .expired),
            (100, 200, 100, true, .selfSigned), (100, 200, 99, true, .notYetValid), (100, 200, 150, true, .selfSigned),
        ] as [(Double, Double, Double, Bool, TLSFault)])
    func aCertificateIsValidFromItsFirstInstantToItsLast(
        from start: Double, to end: Double, now: Double, isSelfSigned: Bool, fault: TLSFault
    ) {
        #expect(TLSFault(notBefore: start, notAfter: end, isSelfSigned: isSelfSigned, now: now) == fault)
    }

    @Test(arguments: [("self-signed", true), ("authority", true), ("sound", false)])
    func aCertificateThatNamesItselfAsItsIssuerIsSelfSigned(name: String, isSelfSigned: Bool) throws {
        let certificate = try #require(NIOSSLCertificate.fromPEMFile(Fixture.path("\(name).pem")).first)
        let names = try #require(try CertificateNames(der: certificate.toDERBytes()))
        #expect((names.issuer == names.subject) == isSelfSigned)
        #expect(!names.subject.isEmpty)
    }

    @Test(
        arguments: [
            // One field too few, a length beyond the bytes, a length of five bytes, nothing.
            [0x30, 0x08, 0x30, 0x06, 0x02, 0x00, 0x30, 0x00, 0x30, 0x00], [0x30, 0x7F, 0x30],
            [0x30, 0x85, 0, 0, 0, 0, 0x0E, 0x30, 0x0C, 0x02, 0, 0x30, 0, 0x31, 1, 7, 0x30, 0, 0x31, 1, 8],
            [0x30], [],
        ] as [[UInt8]]) func bytesThatAreNoCertificateHaveNoNames(bytes: [UInt8])
    {
        #expect(CertificateNames(der: bytes) == nil)
    }

    /// Serial number, algorithm, issuer, validity, subject; with a version before them, and with a long length.
    @Test(
        arguments: [
            [0x30, 0x0E, 0x30, 0x0C, 0x02, 0, 0x30, 0, 0x31, 1, 7, 0x30, 0, 0x31, 1, 8],
            [0x30, 0x10, 0x30, 0x0E, 0xA0, 0, 0x02, 0, 0x30, 0, 0x31, 1, 7, 0x30, 0, 0x31, 1, 8],
            [0x30, 0x82, 0, 0x0F, 0x30, 0x81, 0x0C, 0x02, 0, 0x30, 0, 0x31, 1, 7, 0x30, 0, 0x31, 1, 8],
        ] as [[UInt8]]) func theThirdAndTheFifthFieldAreTheNames(bytes: [UInt8]) throws
    {
        let names = try #require(CertificateNames(der: bytes))
        #expect(names.issuer == [7])
        #expect(names.subject == [8])
    }
}
