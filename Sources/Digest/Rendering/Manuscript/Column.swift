/// Sets words into lines of a fixed number of terminal columns. Linear in the words.
struct Column {
    /// A piece of a line that is not broken, and whether a space parts it from the one before.
    struct Piece {
        let text: String
        let width: Int
        let hasSpaceBefore: Bool
        /// Whether the piece is the input's own words, which may mean something at the start of a line.
        let isFromInput: Bool

        /// A piece of a line.
        init(text: String, width: Int, hasSpaceBefore: Bool, isFromInput: Bool) {
            self.text = text
            self.width = width
            self.hasSpaceBefore = hasSpaceBefore
            self.isFromInput = isFromInput
        }

        /// A sign that follows the words before it without a space.
        init(sign: String) {
            self.init(
                text: sign, width: sign.unicodeScalars.count, hasSpaceBefore: false, isFromInput: false)
        }
    }

    /// Columns of a line: two under a terminal's eighty, and the most RFC 5322 asks a line of mail to have.
    static let width = 78

    /// Cuts words into pieces: at spaces, between wide characters, and where one is longer than a line. `escape` gives
    /// what a scalar is written as.
    static func pieces(of text: String, isFromInput: Bool = true, escape: (Unicode.Scalar) -> String) -> [Piece] {
        var pieces: [Piece] = []
        var current = ""
        var currentWidth = 0
        var hasSpace = true
        func flush() {
            guard !current.isEmpty else { return }
            pieces.append(
                Piece(text: current, width: currentWidth, hasSpaceBefore: hasSpace, isFromInput: isFromInput))
            current = ""
            currentWidth = 0
            hasSpace = false
        }
        for scalar in text.unicodeScalars {
            if scalar == " " {
                flush()
                hasSpace = true
                continue
            }
            let written = escape(scalar)
            let scalarWidth = displayWidth(of: scalar)
            let width = scalarWidth + written.unicodeScalars.count - 1
            if (scalarWidth == 2 && !current.isEmpty) || currentWidth + width > longestPiece { flush() }
            current += written
            currentWidth += width
        }
        flush()
        return pieces
    }

    /// Sets pieces into lines. `first` begins the first line, `rest` the others; `lineStart` may change the input's
    /// words where they begin a line.
    static func lines(
        of pieces: [Piece], first: String = "", rest: String = "", lineStart: (String) -> String = { $0 }
    ) -> [String] {
        var lines: [String] = []
        var line = first
        var used = first.unicodeScalars.count
        var isEmpty = true
        for piece in pieces {
            let gap = piece.hasSpaceBefore && !isEmpty ? 1 : 0
            if !isEmpty, used + gap + piece.width > width {
                lines.append(line)
                line = rest
                used = rest.unicodeScalars.count
                isEmpty = true
            } else if gap == 1 {
                line += " "
                used += 1
            }
            line += isEmpty && piece.isFromInput ? lineStart(piece.text) : piece.text
            used += piece.width
            isEmpty = false
        }
        if !isEmpty { lines.append(line) }
        return lines
    }

    /// Longest piece that is kept together; leaves room for the deepest indentation.
    private static let longestPiece = 64

    /// Terminal columns of a scalar: 0 for marks and joiners, 2 for the wide blocks of UAX 11, otherwise 1.
    static func displayWidth(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}
