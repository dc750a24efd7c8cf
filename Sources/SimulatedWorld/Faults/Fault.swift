/// One way in which a server can go wrong: what it does on the wire, and what a run should make of it.
///
/// A fault is data: a name, a script of steps, the expected outcome. So that a catalogue of them can be a table, and
/// nothing that an HTTP library would refuse to send is out of reach.
package struct Fault: Sendable, Hashable {
    /// Letters, digits and `-`.
    package var name: String
    /// What is wrong, in a few words for a person.
    package var summary: String
    package var expected: ExpectedOutcome
    package var begins: Moment
    /// How many requests of each night it strikes; `nil` for all of them. The others are answered soundly.
    package var strikes: Int?
    /// The one path that it strikes; `nil` for all of them.
    package var path: String?
    package var script: [ScriptStep]

    package init(
        name: String, summary: String, expected: ExpectedOutcome, begins: Moment = .onRequest, strikes: Int? = nil,
        path: String? = nil, script: [ScriptStep]
    ) {
        self.name = name
        self.summary = summary
        self.expected = expected
        self.begins = begins
        self.strikes = strikes
        self.path = path
        self.script = script
    }

    /// When the script begins.
    package enum Moment: Sendable, Hashable {
        /// As soon as the connection stands, before anything was asked.
        case onConnection
        /// When a request was read to its end.
        case onRequest
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
    /// Says nothing more, and keeps the connection open.
    case hold
    /// Ends the connection in an orderly way.
    case close
    /// Ends it with a reset (RST).
    case reset
}

/// Bytes to send: given ones, or made from what the sound source would have answered.
package enum Payload: Sendable, Hashable {
    case bytes([UInt8])
    case text(String)
    /// A well-formed answer; its length is declared.
    case answer(status: Int, headers: [RecordedRequest.Header] = [], contentType: String = "text/html", body: String)
    /// What the sound source would send, after these edits of its body.
    case soundAnswer([BodyEdit] = [])
    /// The beginning of the sound answer on the wire, head included, up to this share (0…1) of its bytes.
    case soundBeginning(Double)
}

/// A change in a sound body before it is sent; the declared length follows it.
package enum BodyEdit: Sendable, Hashable {
    case replace(String, with: String)
    /// Only the first one.
    case replaceFirst(String, with: String)
    /// Keeps this share (0…1) of the bytes.
    case cut(Double)
    case append(String)
}
