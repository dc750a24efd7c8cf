import NIOCore

/// What a payload becomes bytes by: the sound answer to the request, and where and when it was asked.
struct WireContext {
    let sound: SiteResponse
    let date: UTCTime
    let place: SocketPlace
    /// Which request of the night it is, from 1.
    let count: Int
    let withBody: Bool

    func wire(_ payload: Payload) -> [UInt8] {
        switch payload {
        case .bytes(let bytes):
            return bytes
        case .text(let text):
            return Array(filled(text).utf8)
        case .answer(let status, let headers, let contentType, let body):
            let fields = headers.map { RecordedRequest.Header(name: $0.name, value: filled($0.value)) }
            let answer = SiteResponse(status: status, headers: fields, contentType: contentType, body: Array(body.utf8))
            return answer.wire(date: date, withBody: withBody)
        case .soundAnswer(let edits):
            return sound.edited(edits).wire(date: date, withBody: withBody)
        case .soundBody(let edits):
            return sound.edited(edits).body
        case .soundBeginning(let share):
            let whole = sound.wire(date: date)
            return Array(whole.prefix(Int(Double(whole.count) * share)))
        }
    }

    /// The text with its placeholders filled in.
    func filled(_ text: String) -> String {
        guard text.contains("{") else { return text }
        return Placeholder.allCases.reduce(text) { text, placeholder in
            text.replacing("{\(placeholder.rawValue)}", with: value(of: placeholder))
        }
    }

    private func value(of placeholder: Placeholder) -> String {
        switch placeholder {
        case .authority: "\(place.host):\(place.port)"
        case .host: place.host
        case .port: "\(place.port)"
        case .decimal: "\(place.number)"
        case .hexadecimal: "0x\(String(place.number, radix: 16))"
        case .octal: place.parts.map { "0\(String($0, radix: 8))" }.joined(separator: ".")
        case .count: "\(count)"
        case .length: "\(sound.body.count)"
        case .hexlength: String(sound.body.count, radix: 16)
        case .short: "\(sound.body.count / 2)"
        case .long: "\(sound.body.count + 1000)"
        }
    }
}

extension SocketPlace {
    fileprivate var parts: [UInt32] { host.split(separator: ".").compactMap { UInt32($0) } }
    fileprivate var number: UInt32 { parts.reduce(0) { $0 << 8 | $1 } }
}
