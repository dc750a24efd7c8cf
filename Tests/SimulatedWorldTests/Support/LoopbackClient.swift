import NIOCore
import NIOPosix

/// Asks a simulated server over a real socket, and keeps what came byte for byte.
enum LoopbackClient {
    /// Sends a GET with `Connection: close` and reads until the other side ends.
    static func get(_ address: String, path: String? = nil, headers: [String: String] = [:]) async throws -> Reply {
        let place = try Place(address)
        let lines = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
        let head = "GET \(path ?? place.path) HTTP/1.1\r\nHost: \(place.host)\r\nConnection: close\r\n\(lines)\r\n"
        return try await Reply(exchange(place, sending: head))
    }

    /// Sends these bytes and reads until the other side ends, or breaks off.
    static func exchange(_ address: String, sending text: String) async throws -> [UInt8] {
        try await exchange(Place(address), sending: text)
    }

    private static func exchange(_ place: Place, sending text: String) async throws -> [UInt8] {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: place.host, port: place.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            if !text.isEmpty { try await outbound.write(ByteBuffer(string: text)) }
            var bytes: [UInt8] = []
            for try await part in inbound { bytes += Array(part.readableBytesView) }
            return bytes
        }
    }

    /// Asks, reads no more than so many bytes, and hangs up.
    static func taking(_ count: Int, of address: String) async throws {
        let place = try Place(address)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: place.host, port: place.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: "GET \(place.path) HTTP/1.1\r\nHost: \(place.host)\r\n\r\n"))
            var taken = 0
            for try await part in inbound {
                taken += part.readableBytes
                if taken >= count { break }
            }
        }
    }

    private struct Place {
        let host: String
        let port: Int
        let path: String

        init(_ address: String) throws {
            let parts = address.split(separator: "/", maxSplits: 2)
            let sides = parts.count > 1 ? parts[1].split(separator: ":") : []
            guard sides.count == 2, let port = Int(sides[1]) else { throw NotAnAddress(text: address) }
            (self.host, self.port) = (String(sides[0]), port)
            path = parts.count > 2 ? "/\(parts[2])" : "/"
        }
    }

    struct NotAnAddress: Error {
        let text: String
    }
}

/// An HTTP response, taken apart.
struct Reply {
    let status: Int
    let headers: [String: String]
    let body: String

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let halves = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = (halves.first ?? "").split(separator: "\r\n")
        status = lines.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        headers = Dictionary(
            lines.dropFirst().map { line in
                let sides = line.split(separator: ":", maxSplits: 1)
                return (sides[0].lowercased(), String(sides[1].drop { $0 == " " }))
            }, uniquingKeysWith: { first, _ in first })
        body = halves.count > 1 ? String(halves[1]) : ""
    }
}
