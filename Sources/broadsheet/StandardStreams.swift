import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The descriptors 0, 1 and 2, which a shell or a supervisor may leave closed or broken.
enum StandardStreams {
    /// Opens those that are closed on `/dev/null`, so that no file of ours gets their number and is written into in their
    /// place. To be called before anything is opened. Who stops reading ends no run: writing fails instead.
    static func makeSound() {
        signal(SIGPIPE, SIG_IGN)
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // It gets the lowest number that is free, which is this one. Without /dev/null there is nothing to be done.
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Writes all of some bytes.
    /// - Returns: why that failed, as `errno`; 0 where it did not, or where nobody reads any more.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = sendOnce(UnsafeRawBufferPointer(rebasing: rest), to: descriptor)
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EPIPE {
                    return 0
                } else if errno == EAGAIN {
                    // Another process has made it non-blocking.
                    var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&waited, 1, -1)
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }

    private static func sendOnce(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}

extension CommandFailure {
    /// A result that nobody will get, with what `errno` said.
    static func notWritten(_ code: Int32) -> CommandFailure {
        CommandFailure(
            sentence: "The result can't be written to standard output: \(String(cString: strerror(code))).",
            code: ExitCodes.failed)
    }
}
