import Markup

/// Tells tables of data from tables that lay a page out.
enum DataTables {
    /// The table nodes that hold data: no table inside, no heading, no paragraph of prose in a cell, two rows and two
    /// columns at least. Linear in the tree.
    static func nodes(in tree: ElementTree) -> Set<Int> {
        var found: Set<Int> = []
        var index = 0
        while index < tree.nodes.count {
            defer { index += 1 }
            guard tree.nodes[index].element == .table else { continue }
            // The walk inside stops at the first inner table, so that no node is looked at twice.
            if holdsData(tree, index) { found.insert(index) }
        }
        return found
    }

    private static func holdsData(_ tree: ElementTree, _ table: Int) -> Bool {
        var rows = 0
        var cells = 0
        var longest = 0
        var cell = 0
        for index in (table + 1)..<max(table + 1, Int(tree.nodes[table].end)) {
            switch tree.nodes[index].element {
            case .table, .h1, .h2, .form, .article, .section: return false
            case .tr: rows += 1
            case .td, .th:
                cells += 1
                cell = 0
            case .text:
                cell += Int(tree.nodes[index].last - tree.nodes[index].first)
                longest = max(longest, cell)
            default: break
            }
        }
        // Cells of data are short; 600 bytes is the longest cell of the data tables in the development pages.
        return rows >= 2 && cells >= rows * 2 && longest <= 600
    }
}
