import NIOHTTP1

/// One way in which a server can go wrong: what it does on the wire, and what a run should make of it.
///
/// A fault is data: a name, a script of steps, the expected outcome. So that a catalogue of them can be a table, and
/// nothing that an HTTP library would refuse to send is out of reach.
package struct ServerFault: Sendable, Hashable {
    /// Letters, digits and `-`.
    package var name: String
    /// What is wrong, in a few words for a person.
    package var summary: String
    package var expected: ExpectedOutcome
    /// What a run of the next night should make of it, where that is another outcome.
    package var expectedNext: ExpectedOutcome
    /// Words that the outcome's detail or advice must hold, in whatever case; empty where any will do.
    package var says: String
    /// What kind of source goes wrong in this way.
    package var kind: SimulatedSource.Kind
    /// What the connection is made of.
    package var transport: Transport
    package var begins: Moment
    /// How many requests of each night it strikes; `nil` for all of them. The others are answered soundly.
    package var strikes: Int?
    /// Which requests it strikes; the others are answered soundly, and are not counted.
    package var place: Place
    /// The address that the configuration gives, where it is not the plain one; with ``Placeholder``s.
    package var address: String?
    /// Whether nothing but the clock ends it.
    package var endsByTime: Bool
    package var script: [ScriptStep]
    /// The name of the server that it shares with other faults; `nil` for one of its own.
    package var host: String?

    package init(
        name: String, summary: String, expected: ExpectedOutcome, next: ExpectedOutcome? = nil, says: String = "",
        kind: SimulatedSource.Kind = .feed(.rss20), transport: Transport = .plain, begins: Moment = .onRequest,
        strikes: Int? = nil, place: Place = .everywhere, address: String? = nil, endsByTime: Bool? = nil,
        host: String? = nil, script: [ScriptStep]
    ) {
        self.name = name
        self.summary = summary
        self.expected = expected
        expectedNext = next ?? Self.usual(after: expected, kind)
        self.says = says
        self.kind = kind
        self.transport = transport
        self.begins = begins
        self.strikes = strikes
        self.place = place
        self.address = address
        self.endsByTime = endsByTime ?? (expected == .late)
        self.script = script
        self.host = host
    }

    /// Whether the reader's clock has a part in it: a wait before it is asked again, or time that is up.
    var takesTime: Bool {
        switch expected {
        case .late, .unreachable: true
        case .httpError: !script.contains(where: \.isFinal)
        case .fresh, .unchanged, .empty, .tlsError, .refused, .malformed, .skipped: endsByTime || strikes != nil
        }
    }

    /// A sound feed or list that has nothing new is unchanged; of searches and of forums nobody keeps track.
    private static func usual(after outcome: ExpectedOutcome, _ kind: SimulatedSource.Kind) -> ExpectedOutcome {
        kind.remembersItsContent && [.fresh, .empty].contains(outcome) ? .unchanged : outcome
    }

    /// When the script begins.
    package enum Moment: Sendable, Hashable {
        /// As soon as the connection stands, before anything was asked; what is asked is not heard.
        case onConnection
        /// As soon as anything was heard, of which no more is understood than that.
        case onFirstBytes
        /// When a request was read to its end.
        case onRequest
    }

    /// Which requests a fault strikes.
    package enum Place: Sendable, Hashable {
        case everywhere
        /// The one path.
        case at(String)
        /// Every path that begins so.
        case below(String)
        /// Every path, where it is asked whether anything has changed (RFC 9110 §13).
        case conditional

        func holds(_ request: SiteRequest) -> Bool {
            switch self {
            case .everywhere: true
            case .at(let place): request.path == place
            case .below(let beginning): request.path.hasPrefix(beginning)
            case .conditional:
                request.headers.contains(name: "If-None-Match") || request.headers.contains(name: "If-Modified-Since")
            }
        }
    }

    /// What lies between the socket and HTTP.
    package enum Transport: Sendable, Hashable {
        case plain
        /// The address says https, and the server speaks plain text.
        case plainUnderHTTPS
        /// TLS with this certificate; `protocols` are what the server offers by ALPN.
        case tls(CertificateKind, protocols: [String] = ["http/1.1"])

        var scheme: String { self == .plain ? "http" : "https" }
    }

    /// What is wrong with a certificate.
    package enum CertificateKind: String, Sendable, Hashable, CaseIterable {
        case sound, expired, notYetValid, wrongName, selfSigned, unknownAuthority
    }
}

/// One step of what a server does on a connection. Times in it are part of the fault, and are not scaled.
package enum ScriptStep: Sendable, Hashable {
    /// The source's planned latency.
    case latency
    case wait(Duration)
    case send(Payload)
    /// One byte at a time.
    case drip(Payload, every: Duration)
    /// Again and again, as fast as the other side takes it, until it has had enough.
    case endlessly(Payload)
    /// Says nothing more, and keeps the connection open.
    case hold
    /// Ends the connection in an orderly way.
    case close
    /// Ends it with a reset (RST).
    case reset
}

extension ScriptStep {
    private static let passing: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

    /// Whether it is a whole answer after which nobody asks again soon.
    var isFinal: Bool {
        if case .send(.answer(let status, _, _, _)) = self { !Self.passing.contains(status) } else { false }
    }
}

/// Bytes to send: given ones, or made from what the sound source would have answered.
package enum Payload: Sendable, Hashable {
    case bytes([UInt8])
    /// Text, in which each ``Placeholder`` is filled in.
    case text(String)
    /// A well-formed answer; its length is declared. Its headers may hold ``Placeholder``s.
    case answer(status: Int, headers: [RecordedRequest.Header] = [], contentType: String = "text/html", body: String)
    /// What the sound source would send, after these edits of its body.
    case soundAnswer([BodyEdit] = [])
    /// The body of that alone.
    case soundBody([BodyEdit] = [])
    /// The beginning of the sound answer on the wire, head included, up to this share (0…1) of its bytes.
    case soundBeginning(Double)
}

/// A change in a sound body before it is sent; a declared length follows it.
package struct BodyEdit: Sendable, Hashable {
    /// Says what it changes into what: edits of one name are the same.
    private let name: String
    package let apply: @Sendable ([UInt8]) -> [UInt8]

    package init(_ name: String, apply: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.name = name
        self.apply = apply
    }

    package static func == (left: BodyEdit, right: BodyEdit) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    package static func replace(_ old: String, with new: String) -> BodyEdit {
        BodyEdit("replace \(old) \(new)") { body in
            Array(String(decoding: body, as: UTF8.self).replacing(old, with: new).utf8)
        }
    }

    package static func replaceFirst(_ old: String, with new: String) -> BodyEdit {
        BodyEdit("replace first \(old) \(new)") { body in
            Array(String(decoding: body, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
        }
    }

    /// Appends spaces up to this length.
    package static func pad(to count: Int) -> BodyEdit {
        BodyEdit("pad \(count)") { body in body + [UInt8](repeating: 0x20, count: max(0, count - body.count)) }
    }
}

/// What may stand in a script's text, in braces, and is filled in when it is sent.
package enum Placeholder: String, Sendable, Hashable, CaseIterable {
    /// The server's host and port.
    case authority, host, port
    /// The host's IPv4 address as one decimal number, in hexadecimal, and in octal parts.
    case decimal, hexadecimal, octal
    /// Which request of the night it is, from 1.
    case count
    /// The length of the sound body, in decimal and hexadecimal digits; half of it, and more than it.
    case length, hexlength, short, long
}
