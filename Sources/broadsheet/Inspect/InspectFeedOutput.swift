import Foundation
import Synchronization
import WebText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Prints lines in the order of the files, whichever worker is done first.
///
/// A lock and not an actor: the workers are busy with parsing, and a line must not wait for one of them to be free.
final class OrderedPrinter: Sendable {
    private struct State {
        var next = 0
        var waiting: [Int: [UInt8]] = [:]
    }

    private let state = Mutex(State())

    /// Prints a line, or keeps it until those before it have been printed.
    func print(_ line: [UInt8], at index: Int) {
        state.withLock { state in
            state.waiting[index] = line
            while let line = state.waiting.removeValue(forKey: state.next) {
                print(line)
                state.next += 1
            }
        }
    }

    /// Prints a line, which has its line feed. Nobody is left to be told where writing fails.
    func print(_ line: [UInt8]) {
        TerminalText.safe(line).withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno != EINTR { return }
                rest = rest.dropFirst(max(count, 0))
            }
        }
    }
}

/// The bytes of a file or of standard input.
enum FileBytes {
    /// Why a file cannot be read, in words for a person.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// More than any feed that is read, so that a device or a wrong file does no harm.
    private static let maxBytes = 1 << 30

    static func read(_ file: String) throws(Failure) -> [UInt8] {
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(file) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        let expected = expectedSize(of: descriptor)
        while bytes.count < maxBytes {
            // One byte more than is expected: if it stays away, the file is over.
            let size = bytes.count < expected ? expected - bytes.count + 1 : 1 << 16
            var count = 0
            let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
                repeat { count = Glibc.read(descriptor, buffer.baseAddress, size) } while count < 0 && errno == EINTR
                used = max(count, 0)
            }
            guard count >= 0 else { throw failure(file) }
            if bytes.isEmpty { bytes = block } else { bytes += block }
            if count == 0 || expected > 0 && count < size { break }
        }
        return bytes
    }

    private static func failure(_ file: String) -> Failure {
        Failure(description: "\(file) cannot be read: \(String(cString: strerror(errno)))")
    }

    /// How much is left to read; 0 where nobody knows, as of a pipe.
    private static func expectedSize(of descriptor: Int32) -> Int {
        let here = lseek(descriptor, 0, SEEK_CUR)
        guard here >= 0 else { return 0 }
        let end = lseek(descriptor, 0, SEEK_END)
        lseek(descriptor, here, SEEK_SET)
        return max(0, Int(end - here))
    }
}
