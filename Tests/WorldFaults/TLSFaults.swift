import SimulatedWorld

/// Handshakes and certificates that are not to be trusted.
extension ServerFault {
    private static func certificate(_ kind: CertificateKind, _ summary: String, says: String) -> ServerFault {
        ServerFault(
            name: "certificate-\(kind.rawValue.lowercased())", summary: summary, expected: .tlsError, says: says,
            transport: .tls(kind), script: [.send(.soundAnswer())])
    }

    private static func handshake(_ name: String, _ summary: String, _ script: ScriptStep...) -> ServerFault {
        ServerFault(
            name: "handshake-\(name)", summary: summary, expected: .tlsError, says: "TLS",
            transport: .plainUnderHTTPS, begins: .onFirstBytes, script: script)
    }

    static let tlsFaults: [ServerFault] = [
        certificate(.expired, "a certificate that has expired", says: "expired"),
        certificate(.notYetValid, "a certificate that is not valid yet", says: "not yet valid"),
        certificate(.wrongName, "a certificate for another name", says: "another name"),
        certificate(.selfSigned, "a certificate that vouches for itself", says: "self-signed"),
        certificate(.unknownAuthority, "a certificate from an authority that nobody knows", says: "unknown authority"),
        ServerFault(
            name: "certificate-sound", summary: "a certificate that is in order", expected: .fresh,
            transport: .tls(.sound), script: [.send(.soundAnswer())]),
        ServerFault(
            name: "plain-http-under-https", summary: "plain HTTP where TLS is expected", expected: .tlsError,
            says: "does not speak TLS", transport: .plainUnderHTTPS, begins: .onFirstBytes,
            script: [.text("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), .close]),
        handshake("cut", "closes in the middle of the handshake", .send(.bytes([0x16, 3, 3, 0, 0x40, 2])), .close),
        handshake("closed", "closes when the handshake begins", .close),
        handshake("refused", "refuses the handshake with an alert", .send(.bytes([0x15, 3, 3, 0, 2, 2, 40])), .close),
        handshake("nonsense", "answers the handshake with nonsense", .text("}{}{}{}{}{}{}{"), .close),
        ServerFault(
            name: "handshake-silent", summary: "never answers the handshake", expected: .late,
            transport: .plainUnderHTTPS, begins: .onConnection, script: [.hold]),
        ServerFault(
            name: "tls-closes-in-body", summary: "ends halfway through the body, under TLS", expected: .unreachable,
            transport: .tls(.sound), script: [.send(.soundBeginning(0.7)), .close]),
        ServerFault(
            name: "tls-resets-in-body", summary: "resets halfway through the body, under TLS",
            expected: .unreachable, transport: .tls(.sound),
            script: [.send(.soundBeginning(0.7)), .wait(.milliseconds(20)), .reset]),
        ServerFault(
            name: "tls-http-nonsense", summary: "nonsense under TLS", expected: .malformed, transport: .tls(.sound),
            script: [.text("BANANA\r\n\r\n"), .close]),
        ServerFault(
            name: "http-2-only", summary: "speaks HTTP/2 and nothing else, whatever is asked", expected: .malformed,
            transport: .tls(.sound, protocols: ["h2"]),
            script: [.send(.bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])), .send(.bytes([0, 0, 0, 4, 1, 0, 0, 0, 0])), .close]),
        ServerFault(
            name: "https-to-http", summary: "a redirect from https to http", expected: .refused,
            says: "https to http", transport: .tls(.sound), script: [.redirect(to: "http://{authority}/feed")]),
    ]
}
