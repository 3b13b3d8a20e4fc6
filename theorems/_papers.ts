/**
 * The papers that the claims come from, and what of each is not reproduced here.
 *
 * An arXiv number is given only where it was looked up; recalled ones are left out. Files whose name begins with an
 * underscore are not claims.
 */
import type { Source } from 'counterflow';

export const azulay2021 = {
  title: 'On the Implicit Bias of Initialization Shape: Beyond Infinitesimal Mirror Descent',
  authors: 'Azulay, Moroshko, Nacson, Woodworth, Srebro, Globerson, Soudry',
} satisfies Source;
export const bah2019 = {
  title: 'Learning deep linear neural networks: Riemannian gradient flows and convergence to global minimizers',
  authors: 'Bah, Rauhut, Terstiege, Westdickenberg',
} satisfies Source;
export const barrett2020 = {
  title: 'Implicit Gradient Regularization',
  authors: 'Barrett, Dherin',
  arxiv: '2009.11162',
} satisfies Source;
export const boche2024 = {
  title:
    'Computability of Classification and Deep Learning: From Theoretical Limits to Practical Feasibility through Quantization',
  authors: 'Boche, Fojtik, Fono, Kutyniok',
  arxiv: '2408.06212',
} satisfies Source;
export const chandramoorthy2022 = {
  title: 'On the generalization of learning algorithms that do not converge',
  authors: 'Chandramoorthy, Loukas, Gatmiry, Jegelka',
  arxiv: '2208.07951',
} satisfies Source;
export const chen2023 = {
  title: 'Beyond the Edge of Stability via Two-step Gradient Updates',
  authors: 'Chen, Bruna',
} satisfies Source;
export const chizat2020 = {
  title: 'Implicit Bias of Gradient Descent for Wide Two-layer Neural Networks Trained with the Logistic Loss',
  authors: 'Chizat, Bach',
} satisfies Source;
export const chou2021 = {
  title: 'More is Less: Inducing Sparsity via Overparameterization',
  authors: 'Chou, Maly, Rauhut',
} satisfies Source;
export const cohen2022 = {
  title: 'Deep Linear Networks for Matrix Completion – an Infinite Depth Limit',
  authors: 'Cohen, Menon, Veraszto',
  arxiv: '2210.12497',
} satisfies Source;
export const eftekhari2020 = {
  title: 'Limitations of Implicit Bias in Matrix Sensing: Initialization Rank Matters',
  authors: 'Eftekhari, Zygalakis',
  arxiv: '2008.12091',
} satisfies Source;
export const elkabetz2021 = {
  title: 'Continuous vs. Discrete Optimization of Deep Neural Networks',
  authors: 'Elkabetz, Cohen',
  arxiv: '2107.06608',
} satisfies Source;
export const even2023 = {
  title: '(S)GD over Diagonal Linear Networks: Implicit Regularisation, Large Stepsizes and Edge of Stability',
  authors: 'Even, Pesme, Gunasekar, Flammarion',
  arxiv: '2302.08982',
} satisfies Source;
export const fojtik2025 = {
  title: 'Conflicting Biases at the Edge of Stability: Norm versus Sharpness Regularization',
  authors: 'Fojtik, Matveev, Chou, Kutyniok, Maly',
  arxiv: '2505.21423',
} satisfies Source;
export const frei2022 = {
  title: 'Implicit Bias in Leaky ReLU Networks Trained on High-Dimensional Data',
  authors: 'Frei, Vardi, Bartlett, Srebro, Hu',
  arxiv: '2210.07082',
} satisfies Source;
export const gidel2019 = {
  title: 'Implicit Regularization of Discrete Gradient Dynamics in Linear Neural Networks',
  authors: 'Gidel, Bach, Lacoste-Julien',
} satisfies Source;
export const gissin2019 = {
  title: 'The Implicit Bias of Depth: How Incremental Learning Drives Generalization',
  authors: 'Gissin, Shalev-Shwartz, Daniely',
} satisfies Source;
export const gruber2024 = {
  title: 'On the Role of Initialization on the Implicit Bias in Deep Linear Networks',
  authors: 'Gruber, Avron',
  arxiv: '2402.02454',
} satisfies Source;
export const huang2020 = {
  title: 'Implicit Bias of Deep Linear Networks in the Large Learning Rate Phase',
  authors: 'Huang, Du, Xu, Liu',
} satisfies Source;
export const kou2023 = {
  title: 'Implicit Bias of Gradient Descent for Two-layer ReLU and Leaky ReLU Networks on Nearly-orthogonal Data',
  authors: 'Kou, Chen, Gu',
  arxiv: '2310.18935',
} satisfies Source;
export const kumar2020 = {
  title: 'Implicit Under-Parameterization Inhibits Data-Efficient Deep Reinforcement Learning',
  authors: 'Kumar, Agarwal, Ghosh, Levine',
  arxiv: '2010.14498',
} satisfies Source;
export const lewkowycz2020 = {
  title: 'The large learning rate phase of deep learning: the catapult mechanism',
  authors: 'Lewkowycz, Bahri, Dyer, Sohl-Dickstein, Gur-Ari',
  arxiv: '2003.02218',
} satisfies Source;
export const liJ2026 = {
  title: 'Implicit Bias in Deep Linear Discriminant Analysis',
  authors: 'Jiawen Li',
  arxiv: '2603.02622',
} satisfies Source;
export const liZ2022 = {
  title: 'Implicit Bias of Gradient Descent on Reparametrized Models: On Equivalence to Mirror Descent',
  authors: 'Li, Wang, Lee, Arora',
  arxiv: '2207.04036',
} satisfies Source;
export const lippl2022 = {
  title: 'The Implicit Bias of Gradient Descent on Generalized Gated Linear Networks',
  authors: 'Lippl, Abbott, Chung',
  arxiv: '2202.02649',
} satisfies Source;
export const lotfi2022 = {
  title: 'PAC-Bayes Compression Bounds So Tight That They Can Explain Generalization',
  authors: 'Lotfi, Finzi, Kapoor, Potapczynski, Goldblum, Wilson',
  arxiv: '2211.13609',
} satisfies Source;
export const lyu2020 = {
  title: 'Gradient Descent Maximizes the Margin of Homogeneous Neural Networks',
  authors: 'Lyu, Li',
} satisfies Source;
export const matt2025 = {
  title:
    'Linear regression with overparameterized linear neural networks: Tight upper and lower bounds for implicit ℓ1-regularization',
  authors: 'Matt, Stöger',
  arxiv: '2506.01143',
} satisfies Source;
export const menon2025 = {
  title: 'An entropy formula for the Deep Linear Network',
  authors: 'Menon, Yu',
  arxiv: '2509.09088',
} satisfies Source;
export const min2021 = {
  title:
    'On the Explicit Role of Initialization on the Convergence and Implicit Bias of Overparametrized Linear Networks',
  authors: 'Min, Tarmoun, Vidal, Mallada',
} satisfies Source;
export const moroshko2020 = {
  title: 'Implicit Bias in Deep Linear Classification: Initialization Scale vs Training Accuracy',
  authors: 'Moroshko, Gunasekar, Woodworth, Lee, Srebro, Soudry',
  arxiv: '2007.06738',
} satisfies Source;
export const mulayoff2020 = {
  title: 'Unique Properties of Flat Minima in Deep Networks',
  authors: 'Mulayoff, Michaeli',
} satisfies Source;
export const mulayoff2021 = {
  title: 'The Implicit Bias of Minima Stability: A View from Function Space',
  authors: 'Mulayoff, Michaeli, Soudry',
} satisfies Source;
export const neyshabur2017 = {
  title: 'Geometry of Optimization and Implicit Regularization in Deep Learning',
  authors: 'Neyshabur, Tomioka, Salakhutdinov, Srebro',
  arxiv: '1705.03071',
} satisfies Source;
export const nguegnang2021 = {
  title: 'Convergence of gradient descent for learning linear neural networks',
  authors: 'Nguegnang, Rauhut, Terstiege',
  arxiv: '2108.02040',
} satisfies Source;
export const oursland2025 = {
  title: 'Gradient Descent as Implicit EM in Distance-Based Neural Models',
  authors: 'Oursland',
  arxiv: '2512.24780',
} satisfies Source;
export const pesme2021 = {
  title: 'Implicit Bias of SGD for Diagonal Linear Networks: a Provable Benefit of Stochasticity',
  authors: 'Pesme, Pillaud-Vivien, Flammarion',
  arxiv: '2106.09524',
} satisfies Source;
export const poggio2020 = {
  title: 'Explicit regularization and implicit bias in deep network classifiers trained with the square loss',
  authors: 'Poggio, Liao',
  arxiv: '2101.00072',
} satisfies Source;
export const rammal2022 = {
  title: 'On Leave-One-Out Conditional Mutual Information For Generalization',
  authors: 'Rammal, Achille, Golatkar, Diggavi, Soatto',
  arxiv: '2207.00581',
} satisfies Source;
export const soudry2018 = {
  title: 'The Implicit Bias of Gradient Descent on Separable Data',
  authors: 'Soudry, Hoffer, Nacson, Gunasekar, Srebro',
} satisfies Source;
export const tsilivis2024 = {
  title: 'The Price of Implicit Bias in Adversarially Robust Generalization',
  authors: 'Tsilivis, Frank, Srebro, Kempe',
  arxiv: '2406.04981',
} satisfies Source;
export const wang2021 = {
  title: 'Large Learning Rate Tames Homogeneity: Convergence and Balancing Effect',
  authors: 'Wang, Chen, Zhao, Tao',
  arxiv: '2110.03677',
} satisfies Source;
export const woodworth2020 = {
  title: 'Kernel and Rich Regimes in Overparametrized Models',
  authors: 'Woodworth, Gunasekar, Lee, Moroshko, Savarese, Golan, Soudry, Srebro',
  arxiv: '2002.09277',
} satisfies Source;
export const wu2019 = {
  title: 'Demystifying Learning Rate Policies for High Accuracy Training of Deep Neural Networks',
  authors: 'Wu, Liu et al.',
  arxiv: '1908.06477',
} satisfies Source;
export const yun2021 = {
  title: 'A Unifying View on Implicit Bias in Training Linear Neural Networks',
  authors: 'Yun, Krishnan, Mobahi',
} satisfies Source;
export const zhao2022 = {
  title: 'Combining Explicit and Implicit Regularization for Efficient Learning in Deep Networks',
  authors: 'Dan Zhao',
  arxiv: '2306.00342',
} satisfies Source;

/** What is not reproduced from a paper, and why. Papers that a claim cites are all here. */
export const notReproduced: ReadonlyMap<Source, string> = new Map<Source, string>([
  [azulay2021, 'Uniqueness of the limit for the network with one hidden unit: its potential is not convex.'],
  [
    bah2019,
    'Convergence to a global minimum from almost every start: a statement about almost every start has no instance to run. Balance, rank and sign along the flow are here.',
  ],
  [
    barrett2020,
    'Error over a fixed time as the step goes to 0: an order in the step size, not an inequality with constants. The local error is here.',
  ],
  [
    boche2024,
    'Statements about every Turing machine. Here: adversaries against concrete classes of procedures, and the exact decisions of quantized training.',
  ],
  [
    chandramoorthy2022,
    'Stability of chaotic averages in general. Exact here where the average is known: before the bifurcation and on the 2-cycle.',
  ],
  [chen2023, 'Attraction of the 2-cycle from almost every start; its multipliers decide attraction nearby only.'],
  [
    chizat2020,
    'The limit of infinitely many neurons: no instance to run. Its dual certificate is here for finite width.',
  ],
  [
    chou2021,
    'The explicit threshold on the initialization: its constants could not be confirmed. Bounds without thresholds are here.',
  ],
  [cohen2022, 'The stochastic flow; the metric and the volume form are here.'],
  [eftekhari2020, 'The radius of the capture neighbourhood: its constants could not be confirmed.'],
  [
    elkabetz2021,
    'The bound with the integral of the curvature along the flow; the quadratic case, and Grönwall with constant curvature bounds in one dimension, are here.',
  ],
  [even2023, 'Convergence of the iterates is a hypothesis here: the identity at every step is exact at any step size.'],
  [
    fojtik2025,
    'The experiments on deep networks. The constants of the band, the risk and the norm growth are derived here, not quoted.',
  ],
  [
    frei2022,
    'Every KKT point with nearly orthogonal data in high dimension; two samples are exact here, with a bound on their inner product.',
  ],
  [gidel2019, 'Discrete steps with noncommuting data; modes are decoupled here.'],
  [gissin2019, 'Matrix sensing; the scalar modes at every depth are here.'],
  [gruber2024, 'Deep networks with more than two layers; the part outside of the row space is exact here for two.'],
  [
    huang2020,
    'Convergence of the direction for separable data of any dimension at large steps: an asymptotic statement.',
  ],
  [kou2023, 'The rates of gradient descent under random data: they hold with high probability only.'],
  [
    kumar2020,
    'The experiments; the paper claims the fall along a subsequence, and aligned spectra fall at every step.',
  ],
  [lewkowycz2020, 'The limit of infinite width; finite width is exact here.'],
  [liJ2026, 'Convergence of the direction; the conserved quasi-norm and the growth under descent are exact here.'],
  [
    liZ2022,
    'The theorem on every commuting parametrization: it ranges over functions. Its examples and the counterexample are here.',
  ],
  [lippl2022, 'The norm of deep gated networks; the two-layer norm is here.'],
  [lotfi2022, 'The code length of its networks: an implementation, not a theorem. The bounds that it uses are here.'],
  [lyu2020, 'Convergence to a KKT point along a subsequence: asymptotic. The monotone quantities are here.'],
  [matt2025, 'Its constants for general data; the smallest example has them exactly.'],
  [menon2025, 'The thermodynamics built on the entropy; the volume of the orbit itself is here.'],
  [min2021, 'Matrix-valued imbalance with its singular values; the scalar case and the vector case are here.'],
  [
    moroshko2020,
    'The comparison at equal loss across scales at depth above two: its time change could not be confirmed.',
  ],
  [mulayoff2020, 'Deep linear networks with matrix weights; diagonal networks of every depth are here.'],
  [
    mulayoff2021,
    'Its theorem for densities of the data; finite samples are exact here. The weight g is recalled, and checked here.',
  ],
  [neyshabur2017, 'The generalisation experiments; Path-SGD and path norms on diagonal networks are exact here.'],
  [
    nguegnang2021,
    'Its step-size constants: they could not be confirmed. The recursion of the residual at any step is exact here.',
  ],
  [oursland2025, 'The reading of attention as EM: no inequality to check. The identity is here.'],
  [
    pesme2021,
    'The stochastic flow in law; its identities are here along each path, with any continuous signal, and step by step.',
  ],
  [poggio2020, 'Generalisation bounds; the equilibrium norm and weight normalisation are exact here.'],
  [rammal2022, 'Its own constant: not confirmed. The constant here is derived and checked by enumeration.'],
  [
    soudry2018,
    'Convergence of the direction for separable data: asymptotic with a logarithmic rate. Finite-time bounds are here.',
  ],
  [tsilivis2024, 'Generalisation bounds under attack; the margins and the invariants are here.'],
  [wang2021, 'Its constants for matrices; the conjectured basin for scalars is searched here.'],
  [
    woodworth2020,
    'The thresholds on α in its theorems, recalled only; bounds without thresholds, and a threshold of our own in the kernel regime, are here.',
  ],
  [wu2019, 'The comparison of accuracies: empirical. Its policies are schedules of one theorem here.'],
  [yun2021, 'Tensor formulations of convolutional networks; diagonal ones are here.'],
  [zhao2022, 'The role of Adam: empirical. What the penalty does to singular values is exact here.'],
]);
