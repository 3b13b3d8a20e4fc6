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
