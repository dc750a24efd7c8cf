import Foundation

/// Bytes that are kept in memory while they are few, and beyond that in a file without a name.
///
/// It is a value while it stays in memory; copies of one that has left it share the file, so that only one of them may be
/// written to.
package struct SpooledBytes: Sendable {
    /// What is kept in memory.
    package static let mostInMemory = 256 << 10

    private enum Storage: Sendable {
        case memory([UInt8])
        case file(UnnamedFile)
    }

    private var storage = Storage.memory([])
    private let folder: String
    private let limit: Int
    package private(set) var count = 0

    /// - Parameters:
    ///   - folder: where the file would lie.
    ///   - limit: how many bytes are kept in memory.
    package init(folder: String, limit: Int = SpooledBytes.mostInMemory) {
        self.folder = folder
        self.limit = limit
    }

    /// What is in memory already, and stays there.
    package init(inMemory bytes: [UInt8]) {
        storage = .memory(bytes)
        (folder, limit, count) = ("", .max, bytes.count)
    }

    /// - Throws: ``SystemFailure`` where the file can't be written.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
        switch storage {
        case .memory(var held):
            // The array must have no other owner while it grows.
            storage = .memory([])
            held.append(contentsOf: bytes)
            if held.count > limit {
                let file = try UnnamedFile(in: folder)
                storage = .file(file)
                try held.withUnsafeBufferPointer { (whole) throws(SystemFailure) in
                    try file.append(UnsafeRawBufferPointer(whole))
                }
            } else {
                storage = .memory(held)
            }
        case .file(let file): try file.append(bytes)
        }
        count += bytes.count
    }

    /// - Throws: ``SystemFailure`` where the file can't be written.
    package mutating func append(_ bytes: [UInt8]) throws(SystemFailure) {
        try bytes.withUnsafeBufferPointer { (whole) throws(SystemFailure) in
            try append(UnsafeRawBufferPointer(whole))
        }
    }

    /// Hands over all bytes, piece by piece.
    package func forEachPiece<Failure: Error>(
        _ consume: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        switch storage {
        case .memory(let held):
            try held.withUnsafeBufferPointer { (whole) throws(Failure) in try consume(UnsafeRawBufferPointer(whole)) }
        case .file(let file): try file.forEachPiece(consume)
        }
    }

    /// All bytes at once.
    package var bytes: [UInt8] {
        if case .memory(let held) = storage { return held }
        var all: [UInt8] = []
        all.reserveCapacity(count)
        forEachPiece { all.append(contentsOf: $0) }
        return all
    }

    /// The same with nothing behind the first `most` bytes.
    package func prefix(_ most: Int) -> [UInt8] {
        var all: [UInt8] = []
        forEachPiece { all.append(contentsOf: $0.prefix(most - all.count)) }
        return all
    }
}

/// A call to the system that failed; the reason in its words.
package struct SystemFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package let code: Int32
    package var description: String { String(cString: strerror(code)) }

    package init(code: Int32) { self.code = code }
}

/// A file that has no name, so that nothing is left of it however the program ends.
private final class UnnamedFile: Sendable {
    private let descriptor: Int32
    private static let pieceBytes = 256 << 10

    init(in folder: String) throws(SystemFailure) {
        // O_TMPFILE is not to be had on every file system: a name that goes at once serves there.
        var template = Array((folder + "/.broadsheet-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw SystemFailure(code: errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
    }

    deinit {
        close(descriptor)
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
        try DescriptorOutput.write(bytes, to: descriptor)
    }

    /// What can't be read again ends it: the file is our own, and nobody else can shorten it.
    func forEachPiece<Failure: Error>(_ consume: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceBytes, alignment: 16)
        defer { piece.deallocate() }
        var offset = 0
        while true {
            let count = pread(descriptor, piece.baseAddress, piece.count, off_t(offset))
            guard count > 0 else { return }
            offset += count
            try consume(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
    }
}

/// Writes whole buffers to descriptors.
enum DescriptorOutput {
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemFailure) {
        var rest = bytes
        while let base = rest.baseAddress, rest.count > 0 {
            let count = Foundation.write(descriptor, base, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemFailure(code: errno)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
