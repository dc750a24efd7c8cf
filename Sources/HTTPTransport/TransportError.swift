import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Why a request got no response, or no whole one.
package indirect enum TransportError: Error, Hashable, Sendable {
    /// The task was cancelled.
    case cancelled
    /// The address may not be asked.
    case refused(AddressRefusal)
    /// The name has no address; `reason` in the resolver's words.
    case unknownName(host: String, reason: String)
    /// No connection, or one that ended before a response began.
    case noResponse(ConnectionFault)
    /// The connection ended in the middle of a response.
    case interrupted(ConnectionFault)
    case tls(TLSFault)
    /// What came is no HTTP.
    case invalidResponse(ProtocolFault)
    /// More header fields, or larger ones, than are read.
    case headerFieldsTooLarge
    /// So many bytes came before the head of a response ended.
    case headTooLarge(maxBytes: Int)
    /// So many bytes came that no body within its bound can be among them.
    case responseTooLarge(maxBytes: Int)
    /// The proxy did not open a tunnel; its status, or what is wrong with its answer.
    case proxyRefused(String)
    /// The proxy itself was not reached.
    case proxyFailed(TransportError)

    /// What is wrong with a connection.
    package enum ConnectionFault: Hashable, Sendable {
        case closed, refused, reset, noRoute, timedOut, tooManyOpenFiles
        /// In the library's or the system's words.
        case other(String)
    }

    /// How a response breaks the rules of HTTP.
    package enum ProtocolFault: Hashable, Sendable {
        /// It begins as no response does.
        case invalidStart
        case breaksRules
        /// In the parser's words.
        case other(String)
    }
}

extension TransportError {
    /// Classifies what the libraries and the system throw.
    init(_ error: any Error) {
        switch error {
        case let error as TransportError: self = error
        case let refusal as AddressRefusal: self = .refused(refusal)
        case is CancellationError: self = .cancelled
        case let error as NIOConnectionError: self = .noResponse(ConnectionFault(error))
        case let error as IOError: self = .noResponse(ConnectionFault(error))
        case is ChannelError: self = .noResponse(.closed)
        case let error as HTTPParserError: self.init(parser: error)
        case NIOSSLError.uncleanShutdown: self = .interrupted(.closed)
        default: self = TLSFault(error).map(Self.tls) ?? .noResponse(.other("\(error)"))
        }
    }

    private init(parser error: HTTPParserError) {
        switch error {
        case .invalidEOFState: self = .interrupted(.closed)
        case .headerOverflow: self = .headerFieldsTooLarge
        case .unknown: self = .invalidResponse(.breaksRules)
        case .invalidConstant: self = .invalidResponse(.invalidStart)
        default: self = .invalidResponse(.other("\(error)"))
        }
    }

    /// The same error where a response had begun.
    var amidResponse: TransportError {
        if case .noResponse(let fault) = self { .interrupted(fault) } else { self }
    }
}

extension TransportError.ConnectionFault {
    init(_ error: IOError) {
        self =
            switch error.errnoCode {
            case ECONNREFUSED: .refused
            case ECONNRESET, EPIPE: .reset
            case EHOSTUNREACH, ENETUNREACH: .noRoute
            case ETIMEDOUT: .timedOut
            case EMFILE, ENFILE: .tooManyOpenFiles
            default: .other(error.localizedDescription)
            }
    }

    /// Of several addresses that were tried, what is wrong with the first.
    init(_ error: NIOConnectionError) {
        guard let first = error.connectionErrors.first?.error else {
            self = .other("no connection to \(error.host)")
            return
        }
        self = (first as? IOError).map(Self.init) ?? .other("\(first)")
    }
}
