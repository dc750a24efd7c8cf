/// What is wrong with a certificate or handshake, in words, from the TLS library's own.
enum CertificateFault {
    static func words(for error: any Error) -> String {
        let said = "\(error)".uppercased()
        return table.first { said.contains($0.mark) }?.words ?? "the TLS handshake failed"
    }

    private static let table: [(mark: String, words: String)] = [
        ("HAS EXPIRED", "its certificate has expired"),
        ("NOT YET VALID", "its certificate is not yet valid"),
        ("SELF-SIGNED", "its certificate is self-signed"),
        ("SELF SIGNED", "its certificate is self-signed"),
        ("UNABLE TO GET LOCAL ISSUER", "its certificate comes from an unknown authority"),
        ("UNABLETOVALIDATECERTIFICATE", "its certificate is for another name"),
        ("FAILEDTOVALIDATEHOSTNAME", "its certificate is for another name"),
        ("CERTIFICATE_VERIFY_FAILED", "its certificate is not to be trusted"),
        ("WRONG_VERSION_NUMBER", "it does not speak TLS there"),
        ("HTTP_REQUEST", "it does not speak TLS there"),
        ("UNSUPPORTED_PROTOCOL", "it speaks no version of TLS that is still safe"),
        ("UNCLEANSHUTDOWN", "the TLS connection broke off"),
    ]
}
