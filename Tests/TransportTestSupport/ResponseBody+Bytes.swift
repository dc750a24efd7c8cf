package import HTTPTransport
import NIOCore
import Parallelism

extension ResponseBody {
    /// A body that comes in one chunk.
    package init(text: String) {
        self.init(bytes: Array(text.utf8))
    }

    /// A body that comes in chunks of so many bytes, or all at once.
    package init(bytes: [UInt8], chunk: Int = .max) {
        let rest = Guarded(bytes[...])
        self.init { () throws(TransportError) in
            rest.withLock { rest in
                guard !rest.isEmpty else { return nil }
                let first = rest.prefix(chunk)
                rest.removeFirst(first.count)
                return ByteBuffer(bytes: first)
            }
        }
    }

    /// A body whose next chunk is what `wait` waits for: none, once it has waited.
    package init(waiting wait: @escaping @Sendable () async throws -> Void) {
        self.init { () throws(TransportError) in
            do {
                try await wait()
                return nil
            } catch {
                throw .cancelled
            }
        }
    }
}
