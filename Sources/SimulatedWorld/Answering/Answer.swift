import NIOHTTP1

/// An HTTP response before it becomes bytes.
struct Answer: Sendable, Hashable {
    var status: Int
    var headers: [RecordedRequest.Header] = []
    var body: [UInt8]
    var isChunked = false

    init(status: Int, headers: [RecordedRequest.Header] = [], contentType: String? = nil, body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
        if let contentType { add("Content-Type", contentType) }
    }

    init(status: Int = 200, contentType: String, text: String) {
        self.init(status: status, contentType: contentType, body: Array(text.utf8))
    }

    mutating func add(_ name: String, _ value: String) {
        headers.append(.init(name: name, value: value))
    }

    /// The same with these changes made to its body, as text.
    func edited(_ edits: [BodyEdit]) -> Answer {
        guard !edits.isEmpty else { return self }
        var copy = self
        for edit in edits { copy.body = edit.apply(copy.body) }
        return copy
    }

    /// The bytes on the wire; `date` is what the server's clock says.
    func wire(date: CivilTime, withBody: Bool = true) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)\r\n"
        head += "Date: \(date.rfc822)\r\nServer: simulated\r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        let mayHaveBody = status != 304 && status != 204
        if isChunked && mayHaveBody {
            head += "Transfer-Encoding: chunked\r\n"
        } else if mayHaveBody {
            head += "Content-Length: \(body.count)\r\n"
        }
        let bytes = Array((head + "\r\n").utf8)
        guard withBody, mayHaveBody else { return bytes }
        return bytes + (isChunked ? Self.chunked(body) : body)
    }

    private static let chunkBytes = 1500

    private static func chunked(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: chunkBytes) {
            let chunk = body[start..<min(start + chunkBytes, body.count)]
            result += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
        }
        return result + Array("0\r\n\r\n".utf8)
    }
}
