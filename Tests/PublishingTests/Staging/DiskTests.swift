import Testing

@testable import Publishing

@Suite struct DiskTests {
    /// As folders are on some file systems, the null device is nothing that could be waited for.
    @Test func whatCannotBeWaitedForIsNoFailure() throws {
        try Disk.sync("/dev/null")
    }

    @Test func whatIsNotThereIsOne() {
        #expect(throws: DiskError("/dev/null/none", code: 20)) { try Disk.sync("/dev/null/none") }
    }
}
