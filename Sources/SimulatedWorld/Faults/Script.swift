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
