import Foundation
import NIOCore

/// Asks a proxy for a way through to a host (RFC 9110 §9.3.6), before anything else is said on the connection.
final class TunnelHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let mostHeadBytes = 16 << 10

    private let request: String
    let isOpen: EventLoopPromise<Void>
    private var answer = ByteBuffer()

    /// - Parameters:
    ///   - route: where the way should lead.
    ///   - authorization: what the proxy wants to know, for `Proxy-Authorization`.
    ///   - isOpen: kept once the proxy has opened the way.
    init(to route: Route, authorization: String?, isOpen: EventLoopPromise<Void>) {
        var lines = ["CONNECT \(route.hostAndPort) HTTP/1.1", "Host: \(route.hostAndPort)"]
        if let authorization { lines.append("Proxy-Authorization: \(authorization)") }
        request = lines.joined(separator: "\r\n") + "\r\n\r\n"
        self.isOpen = isOpen
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: request)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var chunk = unwrapInboundIn(data)
        answer.writeBuffer(&chunk)
        let text = String(buffer: answer)
        if let end = text.range(of: "\r\n\r\n") {
            judge(text[..<end.lowerBound], goesOn: end.upperBound < text.endIndex, context)
        } else if answer.readableBytes > Self.mostHeadBytes {
            fail("it answers without end", context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        isOpen.fail(error)
        context.close(promise: nil)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        isOpen.fail(WireFault.closedWithoutAnswer)
    }

    /// What refuses has a page behind it, as a rule; behind what opens the way only the server may speak, when asked.
    private func judge(_ head: Substring, goesOn: Bool, _ context: ChannelHandlerContext) {
        let line = String(head.prefix { $0 != "\r\n" && $0 != "\n" })
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), words[1].hasPrefix("2"), words[1].count == 3 else {
            return fail(words.dropFirst().joined(separator: " "), context)
        }
        goesOn ? fail("it goes on talking", context) : isOpen.succeed()
    }

    private func fail(_ words: String, _ context: ChannelHandlerContext) {
        isOpen.fail(WireFault.proxyRefused(words))
        context.close(promise: nil)
    }
}
